"""Codes of sittings and resolutions as the school keeps them."""

from apps.rulebook.codes import Code


class SittingKind(Code):
    """Place of a sitting in the year."""

    FIRST = "first", "биринчи отурум", "первое заседание", "first sitting"
    ORDINARY = "ordinary", "кезектеги отурум", "очередное заседание", "ordinary sitting"
    YEAR_END = "year_end", "жыл соңундагы отурум", "итоговое заседание", "year-end sitting"


class SittingState(Code):
    """How far a sitting has come."""

    PLANNED = "planned", "пландалган", "запланировано", "planned"
    ANNOUNCED = "announced", "жарыяланган", "объявлено", "announced"
    POSTPONED = "postponed", "башка күнгө жылдырылган", "перенесено", "postponed"
    OPEN = "open", "жүрүп жатат", "идёт", "in session"
    HELD = "held", "өткөрүлгөн", "проведено", "held"
    LAPSED = "lapsed", "кворум болбой калган", "не состоялось: нет кворума", "lapsed for lack of quorum"
    CANCELLED = "cancelled", "өткөрүлбөй калган", "отменено", "cancelled"


# nothing more happens to the sitting itself
ENDED = frozenset({SittingState.HELD, SittingState.LAPSED, SittingState.CANCELLED})


class ItemState(Code):
    """What became of a question of the agenda."""

    LISTED = "listed", "күн тартибинде", "в повестке", "on the agenda"
    HEARD = "heard", "каралды", "рассмотрен", "heard"
    DROPPED = "dropped", "алынып салынган", "снят", "dropped"


class Presence(Code):
    """What is noted of a person during a sitting."""

    PRESENT = "present", "катышты", "присутствует", "present"
    LATE = "late", "кечигип келди", "опоздал(а)", "came late"
    LEFT = "left", "чыгып кетти", "ушёл (ушла)", "left"
    EXCUSED = "excused", "себептүү келген жок", "отсутствует по уважительной причине", "excused"
    ABSENT = "absent", "келген жок", "отсутствует", "absent"


THERE = frozenset({Presence.PRESENT, Presence.LATE})


class LiveDeed(Code):
    """What is done at a sitting in session."""

    OPEN = "open", "отурум ачылды", "заседание открыто", "sitting opened"
    PRESENCE = "presence", "катышуу", "присутствие", "presence"
    OFFICERS = "officers", "төрага жана катчы", "председатель и секретарь", "chair and secretary"
    ADD = "add", "кошумча маселе", "дополнительный вопрос", "added question"
    START = "start", "маселе башталды", "вопрос начат", "question taken up"
    FINISH = "finish", "маселе каралды", "вопрос рассмотрен", "question heard"
    DROP = "drop", "маселе алынды", "вопрос снят", "question taken off"
    SPEECH = "speech", "сөз", "выступление", "speech"
    VOTE = "vote", "ачык добуш", "открытое голосование", "show of hands"
    MOTION = "motion", "добуш берүү башталды", "голосование начато", "vote opened"
    BALLOT = "ballot", "добуш", "голос", "ballot"
    COUNT = "count", "добуш жыйынтыкталды", "голосование завершено", "vote closed"
    RESOLUTION = "resolution", "токтом", "решение", "resolution"
    CLOSE = "close", "отурум жабылды", "заседание закрыто", "sitting closed"


class BallotKind(Code):
    """How a vote is taken."""

    OPEN = "open", "ачык добуш", "открытое голосование", "show of hands"
    NAMED = "named", "атма-ат добуш", "поимённое голосование", "roll call"
    SECRET = "secret", "жашыруун добуш", "тайное голосование", "secret ballot"


class Choice(Code):
    """A single vote."""

    YES = "yes", "макул", "за", "for"
    NO = "no", "каршы", "против", "against"
    ABSTAINED = "abstained", "калыс", "воздержался (воздержалась)", "abstained"


class MotionState(Code):
    """How far a vote has come."""

    DRAFT = "draft", "даярдалууда", "готовится", "being prepared"
    OPEN = "open", "добуш берилүүдө", "идёт голосование", "open"
    CLOSED = "closed", "жыйынтыкталды", "завершено", "closed"


class MotionResult(Code):
    """What a closed vote came to."""

    ADOPTED = "adopted", "кабыл алынды", "принято", "adopted"
    REJECTED = "rejected", "кабыл алынган жок", "не принято", "rejected"
    NO_QUORUM = "no_quorum", "кворум болгон жок", "нет кворума", "no quorum"
    UNCLEAR = "unclear", "адам карайт", "решает человек", "for a person to decide"


class Answer(Code):
    """A member's answer to the invitation."""

    YES = "yes", "катышам", "буду", "coming"
    NO = "no", "катыша албайм", "не смогу", "not coming"
    MAYBE = "maybe", "азырынча белгисиз", "пока не знаю", "not sure yet"


class ProposalState(Code):
    """How far a proposed question has come."""

    OFFERED = "offered", "сунушталган", "предложен", "proposed"
    DEFERRED = "deferred", "кийинки отурумга", "на следующее заседание", "next time"
    ADMITTED = "admitted", "кабыл алынган", "принят в повестку", "admitted"
    RETURNED = "returned", "кайтарылган", "возвращён", "returned"
    ANSWERED = "answered", "чечим чыкты", "есть решение", "answered"
    HOME = "home", "көчүрмө кайтып келди", "выписка получена", "decided, the excerpt is back"


class Matter(Code):
    """What a question that travels between bodies is about, where rules ask for it."""

    WORKING_PROGRAMME = "working", "жумушчу программа", "рабочая программа", "working programme"
    INNOVATIVE_PROGRAMME = "innovative", "инновациялык программа", "инновационная программа", "innovative programme"
    EXPERIMENTAL_PROGRAMME = (
        "experimental",
        "эксперименттик программа",
        "экспериментальная программа",
        "experimental programme",
    )
    AUTHOR_PROGRAMME = "author", "автордук программа", "авторская программа", "author's programme"
    ATTESTATION = "attestation", "аттестация", "аттестация", "attestation"
    CATEGORY = "category", "категория", "категория", "category"
    TITLE = "title", "наам", "звание", "title"
    AWARD = "award", "сыйлык", "награда", "award"


class MinutesState(Code):
    """How far the minutes have come."""

    DRAFT = "draft", "долбоор", "проект", "draft"
    SIGNED = "signed", "кол коюлган", "подписан", "signed"
    FILED = "filed", "папкага тигилген", "подшит", "filed"
    ARCHIVED = "archived", "архивде", "в архиве", "archived"


class SealKind(Code):
    """What a link of the chain holds."""

    MINUTES = "minutes", "протокол", "протокол", "minutes"
    CORRECTION = "correction", "тактоо", "исправление", "correction"


class ResolutionState(Code):
    """How far a resolution has come. Whether it is overdue follows from its date and is not stored."""

    ADOPTED = "adopted", "кабыл алынган", "принято", "adopted"
    IN_WORK = "in_work", "аткарылууда", "исполняется", "in work"
    DONE = "done", "аткарылган", "исполнено", "done"
    CANCELLED = "cancelled", "жокко чыгарылган", "отменено", "cancelled"


# still to be carried out
OPEN_RESOLUTIONS = frozenset({ResolutionState.ADOPTED, ResolutionState.IN_WORK})
