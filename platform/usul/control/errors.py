"""What can be wrong with the setting up, moving and closing of schools."""

from apps.core.errors import FaultKind
from apps.rulebook.text import Text

SLUG_TAKEN = FaultKind(
    "control.slug_taken",
    Text(
        ky="«{slug}» деген ат бош эмес: аны башка мектеп колдонот же колдонгон. Мисалы, «{offer}» бош.",
        ru="Имя «{slug}» занято: его носит или носила другая школа. Свободно, например, «{offer}».",
        en="The name “{slug}” is not free: another school has it or had it. “{offer}”, for example, is free.",
    ),
    status=409,
)
SLUG_RESERVED = FaultKind(
    "control.slug_reserved",
    Text(
        ky="«{slug}» деген ат системанын өзүнө керек. Мисалы, «{offer}» жарайт.",
        ru="Имя «{slug}» нужно самой системе. Подойдёт, например, «{offer}».",
        en="The name “{slug}” is reserved for the system itself. “{offer}”, for example, will do.",
    ),
)
SLUG_TOO_LONG = FaultKind(
    "control.slug_too_long",
    Text(
        ky="Ат {length} белги, эң көбү {limit}. Мисалы, «{offer}» жарайт.",
        ru="В имени {length} знаков, можно не больше {limit}. Подойдёт, например, «{offer}».",
        en="The name has {length} characters, {limit} are allowed. “{offer}”, for example, will do.",
    ),
)
SLUG_NOT_LATIN = FaultKind(
    "control.slug_not_latin",
    Text(
        ky="Дарек латын тамгалары менен жазылат. Сиздики латынча мындай: «{offer}».",
        ru="Адрес пишется латиницей. Ваш в латинице: «{offer}».",
        en="An address is written in Latin letters. Yours would be “{offer}”.",
    ),
)
SLUG_UPPER_CASE = FaultKind(
    "control.slug_upper_case",
    Text(
        ky="Даректе баш тамга болбойт. «{offer}» деп жазыңыз.",
        ru="В адресе не бывает заглавных букв. Напишите «{offer}».",
        en="An address has no capital letters. Write “{offer}”.",
    ),
)
SLUG_UNUSABLE = FaultKind(
    "control.slug_unusable",
    Text(
        ky="Даректе латын тамгалары, сандар жана алардын арасындагы дефис гана болот. Мисалы, «{offer}».",
        ru="В адресе бывают только латинские буквы, цифры и дефис между ними. Например, «{offer}».",
        en="An address has Latin letters, digits and hyphens between them only. “{offer}”, for example.",
    ),
)
HOST_TAKEN = FaultKind(
    "control.host_taken",
    Text(
        ky="«{host}» дареги башка мектептики. Башка дарек тандаңыз.",
        ru="Адрес «{host}» принадлежит другой школе. Выберите другой.",
        en="The host “{host}” belongs to another school. Choose another.",
    ),
    status=409,
)
HOST_UNUSABLE = FaultKind(
    "control.host_unusable",
    Text(
        ky="«{host}» дарек боло албайт. «mektep33.kg» сыяктуу жазыңыз: протоколсуз, портсуз, кичине тамга менен.",
        ru="«{host}» не может быть адресом. Пишите как «mektep33.kg»: без протокола и порта, строчными буквами.",
        en="“{host}” cannot be a host. Write it like “mektep33.kg”: no scheme, no port, lower case.",
    ),
)
NAME_MISSING = FaultKind(
    "control.name_missing",
    Text(
        ky="Мектептин кыргызча аталышы керек.",
        ru="Нужно название школы на кыргызском языке.",
        en="The school's name in Kyrgyz is needed.",
    ),
)
DISTRICT_UNKNOWN = FaultKind(
    "control.district_unknown",
    Text(
        ky="Мындай район жок. Аны тизмеден тандаңыз.",
        ru="Такого района нет. Выберите его из списка.",
        en="There is no such district. Choose one from the list.",
    ),
)
STATUS_UNFIT = FaultKind(
    "control.status_unfit",
    Text(
        ky="«{school}» азыр «{status}» абалында, бул иш ал абалда аткарылбайт.",
        ru="«{school}» сейчас в состоянии «{status}», в нём это действие невозможно.",
        en="“{school}” is in the state “{status}” now, in which this cannot be done.",
    ),
    status=409,
)
JOB_OPEN = FaultKind(
    "control.job_open",
    Text(
        ky="«{school}» мектеби боюнча жумуш жүрүп жатат. Анын бүтүшүн күтүңүз.",
        ru="По школе «{school}» уже идёт работа. Дождитесь её окончания.",
        en="Work on “{school}” is already under way. Wait until it has ended.",
    ),
    status=409,
)
JOB_NOT_FAILED = FaultKind(
    "control.job_not_failed",
    Text(
        ky="Бул жумуш ката менен бүткөн эмес, кайталоонун кереги жок.",
        ru="Эта работа не завершилась ошибкой, повторять нечего.",
        en="This job has not failed; there is nothing to try again.",
    ),
    status=409,
)
REASON_MISSING = FaultKind(
    "control.reason_missing",
    Text(
        ky="Себебин жазыңыз: аны мектептин кызматкерлери көрөт.",
        ru="Напишите причину: её увидят сотрудники школы.",
        en="Write the reason: the school's staff will see it.",
    ),
)
STILL_KEPT = FaultKind(
    "control.still_kept",
    Text(
        ky="«{school}» маалыматтары {day} чейин сакталат, андан мурун өчүрүүгө болбойт.",
        ru="Данные «{school}» хранятся до {day}, раньше их удалить нельзя.",
        en="The data of “{school}” are kept until {day} and cannot be deleted before.",
    ),
    status=409,
)
ON_HOLD = FaultKind(
    "control.on_hold",
    Text(
        ky="«{school}» маалыматтарын өчүрүүгө тыюу салынган: {reason}. Адегенде тыюуну алыңыз.",
        ru="Удаление данных «{school}» запрещено: {reason}. Сначала снимите запрет.",
        en="Deleting the data of “{school}” is forbidden: {reason}. Lift the hold first.",
    ),
    status=409,
)
SUCCESSOR_UNFIT = FaultKind(
    "control.successor_unfit",
    Text(
        ky="Мектеп өзүнө же иштебеген мектепке кошулбайт. Иштеп жаткан башка мектепти тандаңыз.",
        ru="Школу нельзя присоединить к ней самой или к неработающей. Выберите другую действующую школу.",
        en="A school cannot be merged into itself or into one that is not in use. Choose another school in use.",
    ),
)

KEY_UNUSABLE = FaultKind(
    "control.key_unusable",
    Text(
        ky="Ачык ачкыч 64 он алтылык белгиден турат. Аны башка орнотуудан толугу менен көчүрүңүз.",
        ru="Открытый ключ состоит из 64 шестнадцатеричных знаков. Скопируйте его из другой установки целиком.",
        en="A public key has 64 hexadecimal characters. Copy the whole of it from the other installation.",
    ),
)

# --- lists of schools -------------------------------------------------------------------------------------------------------
NAME_TOO_LONG = FaultKind(
    "control.name_too_long",
    Text(
        ky="Аталыш {limit} белгиден узун. Кыскартып жазыңыз.",
        ru="Название длиннее {limit} знаков. Сократите его.",
        en="The name is longer than {limit} characters. Shorten it.",
    ),
)
LIST_EMPTY = FaultKind(
    "control.list_empty",
    Text(
        ky="Тизмеде бир да мектеп жок. Ар бир сапка бирден мектеп жазыңыз же файл тандаңыз.",
        ru="В списке нет ни одной школы. Пишите по одной школе в строке или выберите файл.",
        en="There is no school in the list. Write one school on each line, or choose a file.",
    ),
)
LIST_TOO_LONG = FaultKind(
    "control.list_too_long",
    Text(
        ky="Бир тизмеде {limit} мектептен көп болбойт. Тизмени бөлүп жибериңиз.",
        ru="В одном списке не больше {limit} школ. Разделите список.",
        en="A list has at most {limit} schools. Send it in parts.",
    ),
)
LIST_TOO_LARGE = FaultKind(
    "control.list_too_large",
    Text(
        ky="Файл {limit} МБдан чоң. Анда тизмеден башка эч нерсе калтырбаңыз.",
        ru="Файл больше {limit} МБ. Оставьте в нём только список.",
        en="The file is larger than {limit} MB. Leave nothing in it but the list.",
    ),
)
LIST_UNREADABLE = FaultKind(
    "control.list_unreadable",
    Text(
        ky="Тизме окулбады ({detail}). Аны CSV же XLSX кылып сактап, кайра жибериңиз же таблицаны көчүрүп коюңуз.",
        ru="Список не читается ({detail}). Сохраните его как CSV или XLSX и пришлите снова, либо вставьте таблицу сюда.",
        en="The list cannot be read ({detail}). Save it as CSV or XLSX and send it again, or paste the table here.",
    ),
)
LIST_WITHOUT_GOOD = FaultKind(
    "control.list_without_good",
    Text(
        ky="Тизмеде катасыз мектеп жок. Ар бир сапта эмнени оңдоо керек экени жазылган.",
        ru="В списке нет школ без ошибок. У каждой строки написано, что исправить.",
        en="No school of the list is without fault. Each line says what to mend.",
    ),
)

# --- why a bundle is refused -------------------------------------------------------------------------------------------------
BUNDLE_MISSING = FaultKind(
    "control.bundle_missing",
    Text(
        ky="«{path}» деген файл жок.",
        ru="Файла «{path}» нет.",
        en="There is no file “{path}”.",
    ),
    status=404,
)
BUNDLE_GONE = FaultKind(
    "control.bundle_gone",
    Text(
        ky="Пакеттин сакталуу мөөнөтү бүткөн, ал бул жерден өчүрүлгөн. Аны кайра сураңыз же кайра жүктөңүз.",
        ru="Срок хранения пакета истёк, здесь его больше нет. Запросите или загрузите его ещё раз.",
        en="The bundle was kept for some days and is gone by now. Ask for it, or bring it, once more.",
    ),
    status=404,
)
LINK_DEAD = FaultKind(
    "control.link_dead",
    Text(
        ky="Бул шилтеменин мөөнөтү бүткөн же ал сиз үчүн эмес. Мектептин барагын кайра ачып, файлды ошол жерден алыңыз.",
        ru="Ссылка устарела или дана не вам. Откройте страницу школы ещё раз и возьмите файл оттуда.",
        en="This link is over, or it was not made for you. Open the school's page again and take the file from there.",
    ),
    status=404,
)
BUNDLE_TOO_LARGE = FaultKind(
    "control.bundle_too_large",
    Text(
        ky="Файл өтө чоң: {size} МБ, чеги {limit} МБ. Аны серверде `usul school import` менен жүктөңүз.",
        ru="Файл слишком большой: {size} МБ при пределе {limit} МБ. Загрузите его на сервере командой `usul school import`.",
        en="The file is too large: {size} MB, the limit is {limit} MB. Load it on the server with `usul school import`.",
    ),
    status=413,
)
BUNDLE_NO_LIVING = FaultKind(
    "control.bundle_no_living",
    Text(
        ky="Бул мектеп мында жок, салыштыра турган эч нерсе жок. Аны киргизсеңиз болот.",
        ru="Этой школы здесь нет, сравнивать не с чем. Её можно загрузить.",
        en="This school is not here: there is nothing to compare with. It can be brought in.",
    ),
    status=409,
)
BUNDLE_UNREADABLE = FaultKind(
    "control.bundle_unreadable",
    Text(
        ky="Файл мектептин пакети эмес, кесилген же бузулган ({detail}). Эч нерсе жазылган жок. Аны кайра көчүрүңүз.",
        ru="Файл не является пакетом школы, обрезан или повреждён ({detail}). Ничего не записано. Скопируйте его заново.",
        en="The file is not a school's bundle, is cut off or damaged ({detail}). Nothing was written. Copy it again.",
    ),
)
BUNDLE_CHANGED = FaultKind(
    "control.bundle_changed",
    Text(
        ky="Пакеттин мазмуну анын тизмесине туура келбейт ({detail}). Эч нерсе жазылган жок. Пакетти кайра сураңыз.",
        ru="Содержимое пакета не совпадает с его описью ({detail}). Ничего не записано. Запросите пакет ещё раз.",
        en="The content of the bundle is not what its list says ({detail}). Nothing was written. Ask for the bundle again.",
    ),
)
BUNDLE_FORGED = FaultKind(
    "control.bundle_forged",
    Text(
        ky="Пакеттин кол тамгасы туура эмес: аны бирөө өзгөрткөн. Эч нерсе жазылган жок.",
        ru="Подпись пакета неверна: его кто-то изменил. Ничего не записано.",
        en="The signature of the bundle is wrong: somebody has changed it. Nothing was written.",
    ),
)
BUNDLE_FOREIGN = FaultKind(
    "control.bundle_foreign",
    Text(
        ky="Пакетке бул жерде белгисиз орнотуу кол койгон: {detail}. Ага ишенсеңиз, `usul school trust` менен кошуңуз.",
        ru="Пакет подписан неизвестной здесь установкой: {detail}. Если вы ей доверяете, добавьте её: `usul school trust`.",
        en="The bundle is signed by an installation unknown here: {detail}. If you trust it, add it with `usul school trust`.",
    ),
)
BUNDLE_NEWER = FaultKind(
    "control.bundle_newer",
    Text(
        ky="Пакет Усулдун жаңыраак версиясында жасалган ({detail}). Адегенде бул орнотууну жаңыртыңыз.",
        ru="Пакет сделан более новой версией Усула ({detail}). Сначала обновите эту установку.",
        en="The bundle was made by a later release of Usul ({detail}). Update this installation first.",
    ),
)
BUNDLE_EXISTS = FaultKind(
    "control.bundle_exists",
    Text(
        ky="Бул мектеп мында бар ({detail}). Салыштыруу үчүн аны `usul school restore` менен жанына жүктөңүз.",
        ru="Эта школа здесь уже есть ({detail}). Для сравнения загрузите её рядом: `usul school restore`.",
        en="This school is here already ({detail}). To compare, load it beside the living one with `usul school restore`.",
    ),
    status=409,
)
BUNDLE_DIFFERENT = FaultKind(
    "control.bundle_different",
    Text(
        ky="Жүктөлгөн маалымат пакеттегидей болбой калды ({detail}). Эч нерсе калтырылган жок.",
        ru="Загруженные данные не совпали с пакетом ({detail}). Ничего не оставлено.",
        en="What was loaded did not come out as it is in the bundle ({detail}). Nothing was kept.",
    ),
)

# --- why a job failed ------------------------------------------------------------------------------------------------------
DISK_FULL = FaultKind(
    "control.disk_full",
    Text(
        ky="Маалымат базасынын диски толгон. Эч нерсе жарым-жартылай калган жок. Орун бошотуп, кайталаңыз.",
        ru="Диск базы данных заполнен. Ничего недоделанного не осталось. Освободите место и повторите.",
        en="The disk of the database is full. Nothing was left half-made. Free some space and try again.",
    ),
    status=503,
)
DATABASE_GONE = FaultKind(
    "control.database_gone",
    Text(
        ky="Маалымат базасы менен байланыш үзүлдү. Эч нерсе жарым-жартылай калган жок. Кайталаңыз.",
        ru="Связь с базой данных прервалась. Ничего недоделанного не осталось. Повторите.",
        en="The connection to the database was lost. Nothing was left half-made. Try again.",
    ),
    status=503,
)
MIGRATION_BROKEN = FaultKind(
    "control.migration_broken",
    Text(
        ky="Бул версиянын миграциясы аткарылган жок, ошондуктан мектеп түзүлгөн жок. Иштеп чыгуучуларга кабарлаңыз.",
        ru="Миграция этой версии не выполнилась, поэтому школа не создана. Сообщите разработчикам.",
        en="A migration of this release failed, so the school was not set up. Tell the developers.",
    ),
    status=500,
)
SCHEMA_FOREIGN = FaultKind(
    "control.schema_foreign",
    Text(
        ky="Маалымат базасында ушундай аталыштагы бөтөн схема бар. Аны администратор карап чыгышы керек.",
        ru="В базе есть чужая схема с таким именем. Её должен посмотреть администратор.",
        en="The database has a schema of this name that is not ours. An administrator has to look at it.",
    ),
    status=409,
)
OWNER_MISSING = FaultKind(
    "control.owner_missing",
    Text(
        ky="Бул процессте базанын ээсинин эсеби жок (DATABASE_URL). Жумушту аткаруучу процессте иштетиңиз.",
        ru="У этого процесса нет учётной записи владельца базы (DATABASE_URL). Выполните работу в процессе заданий.",
        en="This process has no owner account of the database (DATABASE_URL). Run the job in a task worker.",
    ),
    status=500,
)
UNEXPECTED = FaultKind(
    "control.unexpected",
    Text(
        ky="Күтүлбөгөн ката. Эч нерсе жарым-жартылай калган жок; себебин журналдан караңыз.",
        ru="Непредвиденная ошибка. Ничего недоделанного не осталось; причина в журнале.",
        en="An unexpected error. Nothing was left half-made; the log tells the reason.",
    ),
    status=500,
)
