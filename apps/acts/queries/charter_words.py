"""Words of a charter as a document, in the language of the document."""

from apps.rulebook.text import Text

WORDS: dict[str, Text] = {
    "charter": Text("Жобо", "Положение", "Charter"),
    "version": Text("{number}-редакция", "Редакция № {number}", "Version {number}"),
    "since": Text("{day} күчүнө кирет", "вступает в силу {day}", "in force from {day}"),
    "approve": Text("БЕКИТЕМИН", "УТВЕРЖДАЮ", "APPROVED"),
    "director": Text("Мектептин директору", "Директор школы", "Director of the school"),
    "order": Text("№{number} буйрук, {day}", "Приказ № {number}, {day}", "Order No. {number}, {day}"),
    "considered": Text(
        "Педагогикалык кеңеште каралды: №{number} протокол, {day}",
        "Рассмотрено педагогическим советом: протокол № {number}, {day}",
        "Considered by the pedagogical council: protocol No. {number}, {day}",
    ),
    "own_rules": Text("Мектептин өз эрежелери", "Собственные правила школы", "Rules of the school's own"),
    "reason": Text("Негизи: {reason}", "Основание: {reason}", "Reason: {reason}"),
    "left_open": Text("жөнгө салынбайт", "не регулируется", "not regulated"),
    "choices": Text("Карама-каршы пункттар боюнча чечим", "Решения по расхождениям", "Where documents disagree"),
    "holds": Text(
        "{name}: {module} күчүндө. {reason}", "{name}: действует {module}. {reason}", "{name}: {module} holds. {reason}"
    ),
    "sheet": Text("Жобо менен тааныштым", "С положением ознакомлены", "Acknowledgement of the charter"),
    "no": Text("№", "№", "No."),
    "name": Text("Аты-жөнү", "Фамилия, имя, отчество", "Name"),
    "day": Text("Күнү", "Дата", "Date"),
    "signature": Text("Колу", "Подпись", "Signature"),
    "history": Text("Өзгөртүүлөрдүн тарыхы", "История изменений", "Change history"),
    "paper": Text("Негизи", "Основание", "Paper"),
    "what": Text("Эмне өзгөрдү", "Что изменилось", "What changed"),
    "draft": Text("долбоор", "проект", "draft"),
    "translation": Text("котормо", "перевод", "translation"),
    "check": Text(
        "Документтин чыныгы экенин ушул дарек боюнча текшерсе болот. Мазмунунун изи: {mark}",
        "Подлинность документа можно проверить по этому адресу. Отпечаток содержания: {mark}",
        "Whether this document is genuine can be checked at this address. Fingerprint of its content: {mark}",
    ),
}


def words(place: str, language: str, /, **values: object) -> str:
    """The words of a place, with its values."""
    return WORDS[place].in_(language).format(**values)
