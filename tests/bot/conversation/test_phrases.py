"""What a message asks by its phrasing."""

import numpy as np
import pytest

from bot.conversation.hearing.fit_phrases import PHRASES_A_THING, things_asked_about
from bot.conversation.hearing.followups import Move, read_turn
from bot.conversation.hearing.phrases import (
    MODEL_FILE,
    Manner,
    PhraseModel,
    Sense,
    make_ear,
    read_model,
    read_phrases,
    read_things,
    rephrased,
    unheard,
    write_model,
)
from embeddings import BUNDLED
from retrieval.question.asked import FIELDS, NEAR_MISSES, Asked
from retrieval.text.syllables import SyllableTable

TABLE = SyllableTable({"电": "dian", "话": "hua", "画": "hua", "谁": "shui", "管": "guan", "呢": "ne"})


class OtherEncoder:
    """An encoder that the model was not fitted with."""

    name = "other"
    dim = 2

    def encode_passages(self, texts):
        """Only sounds are compared."""
        raise AssertionError(texts)

    def encode_queries(self, texts):
        """Only sounds are compared."""
        raise AssertionError(texts)


def test_every_phrase_is_of_one_known_kind():
    """The kinds of the file are fields, moves and manners; no phrase stands under two."""
    phrases = read_phrases()
    assert set(phrases) <= {*Asked, *Move, *Manner}
    told = [text for texts in phrases.values() for text in texts]
    assert len(told) == len(set(told))


def test_things_are_asked_about_in_the_phrases_of_fields():
    """Each thing with phrases of fields after it, and by itself; drawn alike every time."""
    phrases, things = read_phrases(), ["结婚证", "公交卡"]
    asked = things_asked_about(phrases, things)
    assert asked == things_asked_about(phrases, things)
    assert len(set(asked)) == 2 * (PHRASES_A_THING + 1)
    assert {"结婚证呢", "公交卡呢"} <= set(asked)
    said = {text for field in FIELDS for text in phrases[field]} | {"呢"}
    assert all(text[3:] in said for text in asked)


def test_no_thing_is_a_case_of_whatever_is_talked_about():
    """What is listed as a thing of its own is not told as a case at the same time."""
    assert not {f"{thing}呢" for thing in read_things()} & set(read_phrases()["case"])


def test_phrases_are_of_the_fields_of_the_table():
    """A section for every row that a talk can ask for; the others are what documents as a rule do not say."""
    assert set(read_phrases()) & set(Asked) == set(FIELDS)
    assert set(Asked) - set(FIELDS) == NEAR_MISSES


def test_the_fitted_model_knows_every_kind():
    """Each kind of the file and the questions asked by themselves; fitted with the bundled encoder."""
    model = read_model(MODEL_FILE, BUNDLED)
    assert model is not None
    assert set(model.kinds) == {*read_phrases(), Manner.ALONE}


def test_a_softmax_of_the_vector():
    """Odds of log 3 to 0 are chances of three to one."""
    slopes = np.array([[np.log(3) / 2, 0.0], [0.0, 0.0]], dtype=np.float32)
    zeros = np.zeros(2, dtype=np.float32)
    model = PhraseModel(("phone", "alone"), slopes, zeros, zeros)
    sense = model.sense(np.array([[1.0, 0.0]], dtype=np.float32))
    assert sense.chance("phone") == pytest.approx(0.75)
    assert sense.alone == pytest.approx(0.25)


def test_a_model_is_kept_for_its_encoder(tmp_path):
    """Another encoder's vectors mean something else: there is no model for it."""
    ones = np.ones(2, dtype=np.float32)
    kept = PhraseModel(("phone", "alone"), np.eye(2, dtype=np.float32), ones, ones)
    write_model(tmp_path / "model.npz", "mine", kept)
    read = read_model(tmp_path / "model.npz", "mine")
    assert read is not None
    assert read.kinds == kept.kinds
    assert np.array_equal(read.slopes, kept.slopes)
    assert read_model(tmp_path / "model.npz", "other") is None


def test_the_fields_of_a_sense():
    """The likeliest, and one beside it that is likely enough; none where something else is likelier."""
    assert Sense({"validity": 0.6, "deadline": 0.2, "alone": 0.1}).fields == (Asked.VALIDITY, Asked.DEADLINE)
    assert Sense({"alone": 0.6, "phone": 0.4}).fields == ()
    assert Sense({"phone": 0.4, "alone": 0.36}).fields == ()
    assert Sense({"phone": 0.4, "alone": 0.1}).fields == (Asked.PHONE,)


def test_a_move_of_a_sense():
    """还有吗 is a move and asks for no field."""
    sense = Sense({"more": 0.9, "alone": 0.1})
    assert (sense.move, sense.fields) == (Move.MORE, ())


def test_other_matters_are_asked_by_themselves():
    """智慧农业呢 leans on what was said, and is looked up all the same."""
    sense = Sense({"other": 0.5, "alone": 0.2, "case": 0.3})
    assert sense.alone == pytest.approx(0.7)
    assert not sense.follows


def test_a_turn_takes_the_field_it_is_phrased_for():
    """现在去办还赶趟不 names no field by its words; what is left of them is no matter then."""
    turn = rephrased(read_turn("现在去办还赶趟不"), Sense({"validity": 0.8, "alone": 0.1}))
    assert (turn.fields, turn.content) == ((Asked.VALIDITY,), ())


def test_a_turn_of_no_phrasing_stays_as_it_was():
    """A case of the measure keeps its words."""
    turn = read_turn("外来打工的呢")
    assert rephrased(turn, Sense({"case": 0.9, "alone": 0.1})) == turn


def test_misspelt_and_pinyin_phrases_are_known_by_their_sound():
    """电画, dianhua and shei guan sound like 电话 and 谁管, whatever the encoder."""
    ear = make_ear(OtherEncoder(), TABLE)
    assert ear("电画").fields == (Asked.PHONE,)
    assert ear("dian hua").fields == (Asked.PHONE,)
    assert ear("shei guan").fields == (Asked.OWNER,)


def test_without_a_model_everything_is_asked_by_itself():
    """Neither unknown sounds nor a message without an ear are follow-ups."""
    assert make_ear(OtherEncoder(), TABLE)("管电画").alone == 1.0
    assert unheard("电话").alone == 1.0
