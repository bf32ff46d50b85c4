"""Taking documents in and out: one way for the command, the desk and whatever else brings files."""

from bot.adding.document_adder import BroughtFile, DocumentAdder, ReviewedFile
from bot.adding.preview import DocumentPreview, every_measure, preview
from bot.adding.shipment import Shipment
from bot.adding.shipment_report import REPORT_SUFFIXES, counts, doubtful_lines, refused_lines, write_report
from bot.adding.shipment_rows import ShipmentRow, ShippedOutcome
from bot.adding.shipped_files import files_below, is_packed, links_outside
from bot.adding.staged_readings import StagedReadings

__all__ = [
    "REPORT_SUFFIXES",
    "BroughtFile",
    "DocumentAdder",
    "DocumentPreview",
    "ReviewedFile",
    "Shipment",
    "ShipmentRow",
    "ShippedOutcome",
    "StagedReadings",
    "counts",
    "doubtful_lines",
    "every_measure",
    "files_below",
    "is_packed",
    "links_outside",
    "preview",
    "refused_lines",
    "write_report",
]
