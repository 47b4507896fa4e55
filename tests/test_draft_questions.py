"""The questions of ``torparse draft``: what may be typed, what Enter takes, what peers offer; nothing is lost."""

from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from draft_differences import differences, unmet
from torparse import asked as module
from torparse.asking import replies
from torparse.asking.dialogue import Dialogue, Offer, taken
from torparse.asking.peers import offers
from torparse.asking.questions import NEEDED, QUESTIONS
from torparse.asking.replies import Misread
from torparse.checklists import load as load_checklist
from torparse.cli import main
from torparse.drafting.answers import Answers, load
from torparse.drafting.answers import parse as drafted
from torparse.drafting.answers_file import to_toml
from torparse.drafting.compose import compose
from torparse.drafting.facts import KINDS, Member
from torparse.drafting.provision import Open
from torparse.drafting.word import to_word
from torparse.model import Value
from torparse.pipeline import extract
from torparse.readers import read

KEYS = [question.key for question in QUESTIONS]
NAME, KIND, REST = "Elmdale Partnership Board", "", [""] * 30


class Person:
    """Types lines one after the other, then ends the input (or presses Ctrl-C); ``shown`` is what there was to read."""

    def __init__(self, *typed: str, end: type[BaseException] = EOFError) -> None:
        self.lines, self.end, self.shown = iter(typed), end, [""]

    def read(self) -> str:
        for line in self.lines:
            return line
        raise self.end

    @property
    def screen(self) -> str:
        return "\n".join(self.shown)


def _answers(*typed: str, peers: dict[str, Offer] | None = None) -> tuple[Answers, Person]:
    person = Person(*typed)
    dialogue = Dialogue(person.read, person.shown.append, peers or {})
    dialogue.run()
    return dialogue.answers(), person


def _value(answers: Answers, key: str) -> dict[str, object]:
    value = answers.value(key)
    assert value is not None
    return value.as_dict()


# -- what may be typed


@pytest.mark.parametrize(
    ("read", "typed", "key", "fields"),
    [
        ("quorum", "two thirds", "quorum", {"fraction": "2/3", "of": "members"}),
        ("quorum", "40%", "quorum", {"fraction": "2/5", "of": "members"}),
        ("quorum", "five members", "quorum", {"count": 5, "of": "members"}),
        ("meetings", "4", "meetings", {"per_year": 4.0, "bound": "at_least"}),
        ("meetings", "quarterly", "meetings", {"per_year": 4.0, "bound": "exact"}),
        ("meetings", "every two months", "meetings", {"per_year": 6.0, "bound": "exact"}),
        ("meetings", "at least twice a year", "meetings", {"per_year": 2.0, "bound": "at_least"}),
        ("papers", "7", "papers", {"subject": "papers", "period": "P7D"}),
        ("papers", "five", "papers", {"subject": "papers", "period": "P5D"}),
        ("papers", "10 working days", "papers", {"subject": "papers", "period": "P10D", "day_kind": "working"}),
        ("papers", "a week", "papers", {"subject": "papers", "period": "P1W"}),
        ("review", "2", "review", {"subject": "terms_of_reference", "interval": "P2Y", "by": "members"}),
        ("review", "every 18 months", "review", {"subject": "terms_of_reference", "interval": "P18M", "by": "members"}),
        ("review", "every year", "review", {"subject": "terms_of_reference", "interval": "P1Y", "by": "members"}),
        ("post", "the Clerk", "complaints", {"responsible": "Clerk"}),
    ],
)
def test_what_is_typed_becomes_an_answer(read: str, typed: str, key: str, fields: dict[str, object]) -> None:
    assert getattr(replies, read)(typed).provisions[key].as_dict() == fields


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        ("name", "123"), ("quorum", "enough of us"), ("quorum", "150%"), ("quorum", "0"), ("meetings", "often"),
        ("meetings", "0"), ("meetings", "400"), ("papers", "in good time"), ("papers", "0"), ("papers", "a few"),
        ("review", "now and then"), ("post", "!"), ("members", ";"), ("members", "Elm (0)"), ("purpose", "good"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_in_one_line(read: str, typed: str) -> None:
    with pytest.raises(Misread) as error:
        getattr(replies, read)(typed)
    assert "\n" not in str(error.value)
    assert str(error.value).endswith(".")


def test_members_with_their_seats() -> None:
    made = replies.members("Elm District Council (2 seats); Elm Police ;; Friends of Elm")
    assert made.facts["members"] == (
        Member("Elm District Council", seats=2),
        Member("Elm Police"),
        Member("Friends of Elm"),
    )
    assert made.words == "3 organisations, 4 seats"


# -- the dialogue


def test_enter_takes_what_is_offered_all_the_way() -> None:
    answers, person = _answers(NAME, *REST)
    assert (answers.facts.name, answers.facts.kind, answers.facts.members) == (NAME, "board", ())
    usual = Answers.of(answers.facts)
    for key in ("chair", "quorum", "voting", "meetings", "papers", "interests", "complaints", "dissolution"):
        assert answers.provisions[key] == usual.provisions[key], key
    assert "Enter for 2 (board)." in person.screen
    assert "Enter for 7 clear days." in person.screen
    assert not answers.undecided
    assert max(len(line) for line in person.shown) <= 79


def test_every_question_has_what_a_person_needs() -> None:
    assert KEYS == [
        "name", "kind", "members", "chair", "quorum", "decisions", "meetings", "papers", "interests", "complaints",
        "review", "ending",
    ]  # fmt: skip
    for question in QUESTIONS:
        assert question.ask.endswith("?")
        assert question.why.endswith(".")
        assert question.example
        assert question.choices or question.read
        if question.choices:
            assert question.example.split(",")[0].isdigit()


def test_why_back_and_a_wrong_answer() -> None:
    answers, person = _answers(NAME, "?", "later", "12", "circle", "3", "", "back", "panel", "", "Elm Police", *REST)
    assert answers.facts.kind == "panel"
    assert answers.facts.members == (Member("Elm Police"),)
    assert "and need a short name for it." in person.screen
    assert "This one cannot wait" in person.screen
    assert "Choose a number from 1 to 9, or write it in words" in person.screen
    assert "Choose one of these, alone or behind other words" in person.screen
    assert person.screen.count("\n2 of 12.") == 2  # once more after back; a wrong answer is asked again in one line


def test_a_name_is_needed_and_the_first_question_has_nothing_before_it() -> None:
    answers, person = _answers("", "back", "later", NAME, *REST)
    assert answers.facts.name == NAME
    assert person.screen.count("\n1 of 12.") == 2
    assert "Please write something" in person.screen


def test_a_choice_may_ask_for_more() -> None:
    answers, person = _answers(NAME, "", "", "", "2", "the Elm Council", "nonsense", "3 years", *REST)
    assert _value(answers, "chair") == {"role": "chair", "method": "appointed", "by": "Elm Council", "term": "P3Y"}
    assert "That is no length of time." in person.screen
    answers, person = _answers(NAME, "", "", "", "3", "", "later", "mayor of Elm", *REST)
    assert _value(answers, "chair") == {"role": "chair", "method": "ex_officio", "from": "mayor of Elm"}
    assert person.screen.count("Write a name or a post") == 1
    assert "This one cannot wait: the rule needs it." in person.screen


def test_later_leaves_a_marked_place() -> None:
    answers, _ = _answers(NAME, "", "", *["later"] * 11)
    undecided = {provision.key for provision in answers.undecided}
    assert {
        "chair",
        "quorum",
        "voting",
        "meetings",
        "papers",
        "interests",
        "complaints",
        "review",
        "dissolution",
    } <= undecided
    assert answers.provisions["quorum"] is Open.TO_BE_DECIDED


def test_the_purpose_and_the_host_are_facts() -> None:
    typed = [
        NAME,
        "",
        "To improve lives in Elm.",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Clerk",
        "the Elm Council",
        "",
        "",
        "",
    ]
    answers, _ = _answers(*typed)
    assert answers.facts.purpose == "improve lives in Elm"
    assert (answers.facts.secretary, answers.facts.host) == ("Clerk", "Elm Council")
    assert _value(answers, "freedom_of_information")["responsible"] == "Elm Council"


def _ways() -> Iterator[list[str]]:
    """Answers that between them take every choice of every question."""
    chairs = [["1", "3 years"], ["2", "Elm Council", "2 years"], ["3", "leader of Elm Council"], ["4", ""],
              ["the council’s cabinet member for housing"], ["elected by the members for 3 years"],
              ["appointed by Elm Council"], ["rotates among the members each year"]]  # fmt: skip
    quorums = ["1", "2", "3", "two thirds", "5 members", "1", "2", "3"]
    for n, (chair, quorum) in enumerate(itertools.zip_longest(chairs, quorums, fillvalue=["later"])):
        often = (["4", "monthly", "every two months"], ["7", "5 clear days", "a week"], ["1", "2 years", "18 months"])
        meetings, papers, review = (one[n % 3] for one in often)
        papers = [papers, "working"] if papers == "7" else [papers]
        first = [
            f"Elmdale {KINDS[n]}".title(),
            "",
            "improve lives in Elm",
            "Elm Council (2); Elm Police; Elm College (2)",
        ]
        middle = [*chair, str(quorum), str(n % 4 + 1), meetings, *papers, str(n % 3 + 1)]
        agreed = ["31 January 2026", "", "later"][n % 3]
        yield [*first, *middle, "Elm Officer", "Elm Council", review, agreed, str(n % 4 + 1)]


@pytest.mark.parametrize("typed", list(_ways()))
def test_what_is_answered_is_what_the_terms_say(typed: list[str], tmp_path: Path) -> None:
    answers, _ = _answers(*typed)
    path = tmp_path / "terms.docx"
    path.write_bytes(to_word(compose(answers)))
    record = extract(read(path))
    assert list(differences(answers, record)) == []
    open_ = {one[:3] for one in unmet(answers, record, load_checklist())}
    assert open_ <= ({"G03"} if answers.facts.agreed else {"G01", "G03"})
    assert ("G01" in open_) is not bool(answers.facts.agreed)


# -- what new users stumbled over


def test_back_offers_the_answer_that_was_given() -> None:
    typed = [
        NAME,
        "panel",
        "mend roads",
        "Elm Police",
        "2",
        "Elm Council",
        "back",
        "",
        "",
        "3 years",
        "back",
        "",
        "",
        "",
    ]
    answers, person = _answers(*typed, *REST)
    assert _value(answers, "chair") == {"role": "chair", "method": "appointed", "by": "Elm Council", "term": "P3Y"}
    flat = " ".join(person.screen.split())
    assert "Enter for your answer, 2 (appointed by one organisation)." in flat
    assert "By which organisation? Enter for your answer, Elm Council." in flat
    assert "For how long? Enter for your answer, 3 years." in flat
    again, person = _answers(NAME, "panel", "mend roads", "Elm Police", "back", "back", "back", *REST)
    assert (again.facts.name, again.facts.kind, again.facts.purpose) == (NAME, "panel", "mend roads")
    assert again.facts.members == (Member("Elm Police"),)


def test_what_enter_took_is_worked_out_anew_after_back() -> None:
    answers, _ = _answers(NAME, "", "", "back", "back", "Elmdale Forum", *REST)
    assert answers.facts.kind == "forum"


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("the council's cabinet member for housing",
         {"method": "ex_officio", "from": "council's cabinet member for housing"}),
        ("Leader of Elm Council", {"method": "ex_officio", "from": "Leader of Elm Council"}),
        ("the Police and Crime Commissioner", {"method": "ex_officio", "from": "Police and Crime Commissioner"}),
        ("The chair is elected by the members for 2 years.", {"method": "elected", "by": "members", "term": "P2Y"}),
        ("chosen by the partners each year", {"method": "selected", "by": "partners", "term": "P1Y"}),
        ("appointed by Elm Council", {"method": "appointed", "by": "Elm Council"}),
        ("nominated by the council from among the members",
         {"method": "nominated", "by": "council", "from": "members"}),
        ("in turn", {"method": "rotating", "from": "members"}),
        ("rotates among the partners every two years", {"method": "rotating", "from": "partners", "term": "P2Y"}),
    ],
)  # fmt: skip
def test_how_the_chair_is_found_may_be_said_in_words(typed: str, fields: dict[str, object]) -> None:
    reply = taken(QUESTIONS[KEYS.index("chair")], typed)
    assert reply is not None
    made = reply.provisions["chair"]
    assert isinstance(made, Value)
    assert made.as_dict() == {"role": "chair", **fields}


@pytest.mark.parametrize(
    "typed",
    [
        "the leader or the mayor", "Leader of Elm Council and Chair of Oak Board", "elected, then the leader",
        "an independent person", "Chief Executive Jo Smith", "Jo Smith", "the leader unless absent", "whoever wants",
        "a councillor",
    ],
)  # fmt: skip
def test_a_chair_that_one_rule_cannot_say_is_refused_with_an_example(typed: str) -> None:
    _, person = _answers(NAME, "", "", "", typed, *REST)
    assert "or one post, such as the leader of Elm Council." in " ".join(person.screen.split())


@pytest.mark.parametrize(
    ("typed", "kind", "called"),
    [
        ("Partnership Board", "Partnership Board", "Partnership Board"),
        ("the steering group", "Steering Group", "Steering Group"),
        ("Health and Care Forum", "Health and Care Forum", "Health and Care Forum"),
        ("Board", "board", "Board"),
    ],
)
def test_a_short_name_may_have_several_words(typed: str, kind: str, called: str, tmp_path: Path) -> None:
    answers, _ = _answers(
        f"Elmdale {called}", typed, "improve lives in Elm", "Elm Council", *[""] * 8, "Elm Council", *REST
    )
    assert answers.facts.kind == kind
    path = tmp_path / "terms.docx"
    path.write_bytes(to_word(compose(answers)))
    document = read(path)
    assert f"The {called} shall meet" in document.text
    assert list(differences(answers, extract(document))) == []
    assert drafted(to_toml(answers)).facts.kind == kind


def test_the_date_of_the_agreement_is_asked_for() -> None:
    answers, person = _answers(NAME, *[""] * 12, "18 months", "soon", "31 January 2026", *REST)
    assert answers.facts.agreed == "2026-01-31"
    assert _value(answers, "review")["next_review"] == "2027-07-31"
    assert "Write a date, for example 31 January 2026, or later." in person.screen
    later, _ = _answers(NAME, *[""] * 12, "later", "January 2026", *REST)
    assert later.facts.agreed == "2026-01"  # asked even where the review is put off
    assert _answers(NAME, *REST)[0].facts.agreed == ""


@pytest.mark.parametrize(
    ("typed", "kind"), [("working days", "working"), ("", "clear"), ("Calendar", "calendar"), ("later", None)]
)
def test_which_days_are_meant_is_asked_where_it_is_not_said(typed: str, kind: str | None) -> None:
    answers, person = _answers(NAME, *[""] * 8, "10", typed, *REST)
    assert _value(answers, "papers").get("day_kind") == kind
    assert _value(answers, "papers")["period"] == "P10D"
    assert "Which days: clear, working or calendar? Enter for clear." in " ".join(person.screen.split())
    for said in ("5 clear days", "a week"):
        assert "Which days" not in _answers(NAME, *[""] * 8, said, *REST)[1].screen


@pytest.mark.parametrize(
    ("typed", "interval", "next_"),
    [
        ("every April", "P1Y", "2027-04"), ("annually in May", "P1Y", "2027-05"),
        ("each April and October", "P6M", "2027-10"), ("every spring", "P1Y", "2027-03"),
    ],
)  # fmt: skip
def test_a_month_that_comes_round_is_a_cycle(typed: str, interval: str, next_: str) -> None:
    wrong = ["sometime", *([] if "spring" in typed else ["July 2027"])]
    answers, person = _answers(NAME, *[""] * 12, typed, *wrong, next_, "January 2026", *REST)
    assert _value(answers, "review") == {
        "subject": "terms_of_reference", "interval": interval, "by": "members", "next_review": next_,
    }  # fmt: skip
    assert answers.facts.agreed == "2026-01"  # from which the next review is not worked out here
    assert "Write the month and the year" in person.screen
    assert ("That is not a month in which you review." in person.screen) is (len(wrong) == 2)


def test_months_of_meetings_are_counted_and_what_is_no_cycle_is_refused() -> None:
    made = replies.meetings("every March, June and November").provisions["meetings"]
    assert isinstance(made, Value)
    assert made.as_dict() == {"per_year": 3.0, "bound": "exact"}
    with pytest.raises(Misread, match="not evenly apart"):
        replies.review("every January and March")
    for typed in ("in April", "every other April", "every April unless busy"):
        with pytest.raises(Misread):
            replies.review(typed)


# -- peers


def test_peers_choices_are_what_enter_takes() -> None:
    peers = {"quorum": Offer("2", "6 of the 9 peers that say: one third of the members"),
             "papers": Offer("", "Peers differ: 5 days, 7 days, 1 of 2 each")}  # fmt: skip
    answers, person = _answers(NAME, *REST, peers=peers)
    assert _value(answers, "quorum")["fraction"] == "1/3"
    assert _value(answers, "papers")["period"] == "P7D"
    flat = " ".join(person.screen.split())
    assert "Enter for 2 (one third of the members). 6 of the 9 peers that say: one third of the members." in flat
    assert "Peers differ" in flat


def _terms(name: str, *rules: str) -> str:
    return f"{name} Board\n\nTerms of reference\n\n1. Rules\n\n" + "\n\n".join(rules) + "\n"


@pytest.fixture
def peers(tmp_path: Path) -> Path:
    folder = tmp_path / "peers"
    folder.mkdir()
    for name, quorum, more in (
        ("Ash", "The quorum is one third of the members.", "The Board meets six times a year."),
        ("Oak", "The quorum is one third of the members.", "The Board meets four times a year."),
        (
            "Yew",
            "The quorum is half of the members.",
            "The agenda and papers are sent out ten working days before each meeting.",
        ),
    ):
        (folder / f"{name}.txt").write_text(_terms(name, quorum, more), "utf-8")
    return folder


def test_the_commonest_choice_of_peers_with_its_number(peers: Path) -> None:
    found = offers(extract(read(path)) for path in sorted(peers.iterdir()))
    assert found["quorum"] == Offer("2", "2 of the 3 peers that say: one third of the members (1: half of the members)")
    assert found["meetings"].typed == ""
    assert found["meetings"].said == "Peers differ: “4 a year” and “6 a year”, 1 of 2 each"
    assert found["papers"] == Offer("", "Only one of 3 peers says how: 10 working days before")
    assert "ending" not in found


def test_every_offer_of_a_peer_can_be_taken(peers: Path) -> None:
    for question in QUESTIONS:
        if not question.choices:
            continue
        for number, choice in enumerate(question.choices, 1):
            reply = taken(question, str(number))
            open_ = any(more.default in ("", NEEDED) for more in choice.more)
            assert (reply is None) is open_, (question.key, number)


# -- the command


class _Terminal:
    def isatty(self) -> bool:
        return True


def _sit(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    """Put a person at the terminal."""
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr("builtins.input", person.read)


def test_from_nothing_to_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _sit(monkeypatch, Person(NAME, *REST))
    out = tmp_path / "terms.docx"
    assert main(["draft", "-o", str(out)]) == 0
    assert out.is_file()
    said = capsys.readouterr()
    assert said.out == ""  # questions and remarks are on stderr
    assert f"Your answers are in {tmp_path / 'answers.toml'}." in said.err
    assert load(tmp_path / "answers.toml").facts.name == NAME
    # again, from the file that was saved: the same bytes
    again = tmp_path / "again.docx"
    assert main(["draft", "--answers", str(tmp_path / "answers.toml"), "-o", str(again)]) == 0
    assert again.read_bytes() == out.read_bytes()


def test_answers_of_another_draft_are_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answers.toml").write_text("mine", "utf-8")
    _sit(monkeypatch, Person(NAME, *REST))
    assert main(["draft", "-o", str(tmp_path / "terms.md")]) == 0
    assert (tmp_path / "answers.toml").read_text("utf-8") == "mine"
    assert load(tmp_path / "answers-2.toml").facts.name == NAME
    assert "answers-2.toml" in capsys.readouterr().err


@pytest.mark.parametrize(("end", "code"), [(KeyboardInterrupt, 130), (EOFError, 2)])
def test_stopping_loses_nothing(
    end: type[BaseException],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _sit(monkeypatch, Person(NAME, "", "", "Elm Police", "1", "3 years", "5 members", end=end))
    assert main(["draft", "-o", str(tmp_path / "terms.docx")]) == code
    kept = load(tmp_path / "answers.toml")
    assert kept.facts.members == (Member("Elm Police"),)
    assert _value(kept, "quorum") == {"count": 5, "of": "members"}
    assert _value(kept, "chair")["term"] == "P3Y"
    said = capsys.readouterr().err
    assert f"Your answers to 5 questions are in {tmp_path / 'answers.toml'}" in said
    written = (tmp_path / "answers.toml").read_text("utf-8")
    assert "# Not answered yet, this is the usual answer.\npapers = " in written
    assert "# Not answered yet, this is the usual answer.\nquorum = " not in written
    assert not (tmp_path / "terms.docx").exists()


def test_stopping_before_there_is_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _sit(monkeypatch, Person(end=KeyboardInterrupt))
    assert main(["draft", "-o", str(tmp_path / "terms.docx")]) == 130
    assert list(tmp_path.iterdir()) == []
    assert "There is no answer yet to keep" in capsys.readouterr().err


def test_without_a_terminal_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person = Person(NAME)
    monkeypatch.setattr("builtins.input", person.read)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["draft", "-o", str(tmp_path / "terms.docx")]) == 2
    line = capsys.readouterr().err
    assert line.startswith("torparse: torparse draft: the questions need a terminal. ")
    assert "--answers" in line
    assert line.count("\n") == 1


def test_peers_fill_what_the_answers_leave_out(peers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f'name = "{NAME}"\npapers = {{ period = "3 days" }}\n', "utf-8")
    out = tmp_path / "terms.md"
    assert main(["draft", "--answers", str(file), "--from", str(peers), "-o", str(out)]) == 0
    made = {c.type: c.value.as_dict() for c in extract(read(out)).clauses if c.type in ("quorum", "notice")}
    assert made["quorum"]["fraction"] == "1/3"  # of the peers
    said = capsys.readouterr().err
    assert (
        "Not in the answers, and taken from peers:\n  quorum: 2 of the 3 peers that say: one third of the members "
        "(1: half of the members)." in said
    )
    assert "papers" not in said  # the answers win
    assert "meets" not in said


def test_one_peer_alone_changes_nothing(peers: Path) -> None:
    (peers / "Oak.txt").unlink()
    found = offers(extract(read(path)) for path in sorted(peers.iterdir()))
    assert {key: offer.typed for key, offer in found.items()} == {"quorum": "", "meetings": "", "papers": ""}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ('quorum = { count = 5, of = "members" }', "Your answers go before the peers' commonest choice on: quorum."),
        ("", "There is no choice that at least two of them have and more than have any other."),
    ],
)
def test_that_nothing_came_from_peers_is_said(
    answers: str, said: str, peers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f'name = "{NAME}"\n{answers}\n', "utf-8")
    if not answers:
        (peers / "Oak.txt").unlink()
    command = ["draft", "--answers", str(file), "--from", str(peers), "-o", str(tmp_path / "terms.md")]
    assert main(command) == 0
    assert f"Nothing was taken from the peers. {said}\n" in capsys.readouterr().err


def test_peers_at_the_terminal(
    peers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _sit(monkeypatch, Person(NAME, *REST))
    assert main(["draft", "--from", str(peers), "-o", str(tmp_path / "terms.md")]) == 0
    assert _value(load(tmp_path / "answers.toml"), "quorum")["fraction"] == "1/3"
    assert "2 of the 3 peers that say: one third" in " ".join(capsys.readouterr().err.split())
    assert module.__doc__


@pytest.mark.parametrize(
    "text", ["half plus one", "50% plus one of the members", "more than half", "a majority of members", "50% + 1"]
)
def test_half_plus_one_is_more_than_half(text: str) -> None:
    made = replies.quorum(text).provisions["quorum"]
    assert isinstance(made, Value)
    assert made.as_dict() == {"fraction": "1/2", "strict": True, "of": "members"}


@pytest.mark.parametrize(
    "text",
    ["half, including the council", "5, at least two from health", "a third and the chair", "40% plus the clerk"],
)
def test_no_quorum_is_taken_in_part(text: str) -> None:
    with pytest.raises(replies.Misread, match="answers file"):
        replies.quorum(text)


def test_a_share_of_the_members_is_a_share() -> None:
    made = replies.quorum("one third of the members").provisions["quorum"]
    assert isinstance(made, Value)
    assert made.as_dict()["fraction"] == "1/3"


def test_members_with_commas_are_said_back_one_by_one() -> None:
    made = replies.members("Elm Council (2), Oak Health Board, Ash Voluntary Action")
    assert made.words == "3 organisations, 4 seats: Elm Council; Oak Health Board; Ash Voluntary Action"
    assert [one.seats for one in made.facts["members"]] == [2, 1, 1]
    assert len(replies.members("Elm Council; Oak, Ash and Yew Trust").facts["members"]) == 2


def test_an_address_is_no_post_and_a_whole_sentence_no_second_purpose() -> None:
    with pytest.raises(replies.Misread, match="address"):
        replies.post("clerk@elm.example")
    assert replies.purpose("The purpose of the Board is to join up care.") == "join up care"
