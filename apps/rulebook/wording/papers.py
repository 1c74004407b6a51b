"""Words for the rules of papers."""

from apps.rulebook.text import Text
from apps.rulebook.wording.base import Wording

WORDING = {
    "DS-1": Wording(
        title=Text(
            "Бирикменин папкасы",
            "Папка объединения",
            "Dossier of the association",
        ),
        rule=Text(
            "Бирикменин папкасында жобо санаган кагаздардын баары болот.",
            "В папке объединения есть все бумаги, перечисленные в положении.",
            "The association's dossier holds every paper the charter lists.",
        ),
        says={
            "complete": Text(
                "Керектүү кагаздар: {count}; баары бар.",
                "Нужных бумаг: {count}; все есть.",
                "Papers needed: {count}; all are there.",
            ),
            "incomplete": Text(
                "Папкада жок: {lacking}.",
                "В папке нет: {lacking}.",
                "Missing from the dossier: {lacking}.",
            ),
            "open": Text(
                "Папкада азырынча жок: {lacking}. Акыркы күн: {limit}.",
                "В папке пока нет: {lacking}. Последний день: {limit}.",
                "Still missing from the dossier: {lacking}. Last day: {limit}.",
            ),
        },
    ),
    "DS-2": Wording(
        title=Text(
            "Мугалимдердин карточкалары",
            "Карточки учителей",
            "Teachers' cards",
        ),
        rule=Text(
            "Ар бир мүчөнүн карточкасында жобо санаган талаалардын баары толтурулган.",
            "В карточке каждого члена заполнены все поля, перечисленные в положении.",
            "Each member's card has every field the charter lists.",
        ),
        says={
            "complete": Text(
                "Карточкалардын баары толук.",
                "Все карточки заполнены.",
                "All cards are complete.",
            ),
            "incomplete": Text(
                "Карточкасы толук эмес мүчөлөр: {count}. Бош талаалар: {fields}.",
                "Карточки не заполнены у членов: {count}. Пустые поля: {fields}.",
                "Members with incomplete cards: {count}. Empty fields: {fields}.",
            ),
            "open": Text(
                "Карточкасы азырынча толук эмес мүчөлөр: {count}. Бош талаалар: {fields}. Акыркы күн: {limit}.",
                "Карточки пока не заполнены у членов: {count}. Пустые поля: {fields}. Последний день: {limit}.",
                "Members with cards still incomplete: {count}. Empty fields: {fields}. Last day: {limit}.",
            ),
        },
    ),
    "AR-1": Wording(
        title=Text(
            "Мектепте сактоо",
            "Хранение в школе",
            "Keeping in school",
        ),
        rule=Text(
            "Кагаздар мектептен жободо айтылган жылдар өткөндөн кийин гана чыгат.",
            "Бумаги покидают школу только по истечении названных лет.",
            "Papers leave the school only after the years the charter gives.",
        ),
        says={
            "long_enough": Text(
                "Папка: {kind}. Чыккан күнү: {on}; {limit} чейин сакталышы керек эле.",
                "Папка: {kind}. Вышла: {on}; хранить надо было до {limit}.",
                "Folder: {kind}. Left: {on}; to be kept until {limit}.",
            ),
            "still_kept": Text(
                "Папка: {kind}. Мектепте сакталып турат, {limit} чейин.",
                "Папка: {kind}. Хранится в школе, до {limit}.",
                "Folder: {kind}. Still kept in school, until {limit}.",
            ),
            "handed_early": Text(
                "Папка: {kind}. Архивге тапшырылган: {on}; {limit} чейин мектепте турушу керек эле.",
                "Папка: {kind}. Передана в архив: {on}; в школе надо было хранить до {limit}.",
                "Folder: {kind}. Handed over: {on}; to be kept in school until {limit}.",
            ),
            "destroyed_early": Text(
                "Папка: {kind}. Жок кылынган: {on}; {limit} чейин мектепте турушу керек эле.",
                "Папка: {kind}. Уничтожена: {on}; в школе надо было хранить до {limit}.",
                "Folder: {kind}. Destroyed: {on}; to be kept in school until {limit}.",
            ),
        },
    ),
    "AR-2": Wording(
        title=Text(
            "Архивге тапшыруу",
            "Передача в архив",
            "Hand-over to the archive",
        ),
        rule=Text(
            "Мектепте сактоо мөөнөтү бүткөндө кагаздар архивге тапшырылат; акыркы күнү айтылган эмес.",
            "По истечении хранения в школе бумаги передаются в архив; последний день не назван.",
            "After the years in school the papers go to the archive; no last day is given.",
        ),
        says={
            "handed_over": Text(
                "Папка: {kind}. Тапшырылган: {on}.",
                "Папка: {kind}. Передана: {on}.",
                "Folder: {kind}. Handed over: {on}.",
            ),
            "due": Text(
                "Папка: {kind}. Мөөнөтү {limit} бүткөн, али тапшырыла элек.",
                "Папка: {kind}. Срок истёк {limit}, ещё не передана.",
                "Folder: {kind}. The time ended on {limit}, not handed over yet.",
            ),
            "not_yet": Text(
                "Папка: {kind}. Мектепте {limit} чейин сакталат.",
                "Папка: {kind}. Хранится в школе до {limit}.",
                "Folder: {kind}. Kept in school until {limit}.",
            ),
            "stays_out": Text(
                "Папка: {kind}. Архивге тапшырылбайт.",
                "Папка: {kind}. В архив не передаётся.",
                "Folder: {kind}. Does not go to the archive.",
            ),
        },
    ),
    "AR-3": Wording(
        title=Text(
            "Кагаздарды жок кылуу",
            "Уничтожение бумаг",
            "Destruction of papers",
        ),
        rule=Text(
            "Архивдеги кагаздар мөөнөтү бүткөндөн кийин гана жок кылынат; мөөнөтү айтылбаса, сакталат.",
            "Архивные бумаги уничтожаются только по истечении срока; без срока они хранятся.",
            "Archived papers are destroyed only after their term; without a term they are kept.",
        ),
        says={
            "allowed": Text(
                "Папка: {kind}. Жок кылынган: {on}; {limit} чейин сакталышы керек эле.",
                "Папка: {kind}. Уничтожена: {on}; хранить надо было до {limit}.",
                "Folder: {kind}. Destroyed: {on}; to be kept until {limit}.",
            ),
            "not_destroyed": Text(
                "Папка: {kind}. Жок кылынган эмес.",
                "Папка: {kind}. Не уничтожена.",
                "Folder: {kind}. Not destroyed.",
            ),
            "too_early": Text(
                "Папка: {kind}. Жок кылынган: {on}; {limit} чейин сакталышы керек эле, мөөнөтүнөн эрте.",
                "Папка: {kind}. Уничтожена: {on}; хранить надо было до {limit}, это раньше срока.",
                "Folder: {kind}. Destroyed: {on}; to be kept until {limit}, so too early.",
            ),
            "never_archived": Text(
                "Папка: {kind}. Жок кылынган: {on}, архивге тапшырылган эмес.",
                "Папка: {kind}. Уничтожена: {on}, в архив не передавалась.",
                "Folder: {kind}. Destroyed: {on}, never handed to the archive.",
            ),
            "no_term": Text(
                "Папка: {kind}. Жок кылынган: {on}. Жобо архивдик мөөнөттү айтпайт.",
                "Папка: {kind}. Уничтожена: {on}. Архивного срока положение не называет.",
                "Folder: {kind}. Destroyed: {on}. The charter names no archive term.",
            ),
        },
    ),
    "CH-1": Wording(
        title=Text(
            "Жобонун башындагы жазуулар",
            "Гриф положения",
            "Header of the charter",
        ),
        rule=Text(
            "Жободо аны караган, бекиткен же кабыл алган актынын күнү жана номери болот.",
            "На положении стоят акты рассмотрения, утверждения или принятия с датой и номером.",
            "The charter carries the acts of its consideration, approval or adoption with date and number.",
        ),
        says={
            "complete": Text(
                "Керектүү жазуулар бар. Күчүнө кирген: {limit}.",
                "Нужные записи есть. В силе с: {limit}.",
                "The entries needed are there. In force since: {limit}.",
            ),
            "incomplete": Text(
                "Жетишпейт: {lacking}. Күчүнө кирген: {limit}.",
                "Не хватает: {lacking}. В силе с: {limit}.",
                "Missing: {lacking}. In force since: {limit}.",
            ),
            "nothing_asked": Text(
                "Бул жобо андай жазууну талап кылбайт.",
                "Это положение таких записей не требует.",
                "This charter asks for no such entry.",
            ),
        },
    ),
    "AK-1": Wording(
        title=Text(
            "Жобо менен таанышуу",
            "Ознакомление с положением",
            "Acknowledgement of the charter",
        ),
        rule=Text(
            "Жобо атаган адамдар күчүндөгү версия менен таанышканын кол коюп ырасташат.",
            "Названные в положении лица подписью подтверждают ознакомление с действующей редакцией.",
            "Those the charter names sign to have read the version in force.",
        ),
        says={
            "all_signed": Text(
                "Кол коюшу керек: {people}; баары койгон.",
                "Должны подписать: {people}; подписали все.",
                "To sign: {people}; all have signed.",
            ),
            "not_signed": Text(
                "Кол коюшу керек: {people}; койбогондору: {count}.",
                "Должны подписать: {people}; не подписали: {count}.",
                "To sign: {people}; not signed: {count}.",
            ),
            "nobody_asked": Text(
                "Жобо эч кимден кол койдурбайт.",
                "Положение ни от кого подписи не требует.",
                "The charter asks nobody to sign.",
            ),
        },
    ),
}
