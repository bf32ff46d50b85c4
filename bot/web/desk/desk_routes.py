"""All routes of the desk, below /desk."""

from fastapi import FastAPI

from bot.web.desk import (
    documents,
    due_pages,
    entrance,
    feedback,
    field_pages,
    hotline_pages,
    inbox,
    log,
    new_phones,
    notice,
    phone_pages,
    rephrasing,
    statistics_page,
    waiting_pages,
)
from bot.web.desk.office import Office
from bot.web.desk.visits import WHERE, Door


def add_desk(app: FastAPI, office: Office) -> None:
    """Adds the desk over an office."""
    door = Door(office.store.accounts, office.settings.max_file_mb, office.place_of)
    for part in (
        entrance,
        inbox,
        hotline_pages,
        rephrasing,
        feedback,
        statistics_page,
        due_pages,
        documents,
        waiting_pages,
        phone_pages,
        new_phones,
        field_pages,
        notice,
        log,
    ):
        app.include_router(part.router(office, door), prefix=WHERE, include_in_schema=False)
