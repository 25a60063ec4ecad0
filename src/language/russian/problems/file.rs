//! Russian: what is wrong with a file as a whole.

use crate::diagnostics::{Exporter, FileKind, FileProblem, GlyphKind, Remedy, Separator};
use crate::language::report::{Explanation, code_point};
use crate::language::russian::errors::{open_advice, open_error};

use super::{DATASET_EXAMPLES, counted};

pub(super) fn explain(problem: &FileProblem) -> Explanation {
    let say = Explanation::new::<String, &str>;
    match problem {
        FileProblem::Empty => say(
            "файл пуст".to_owned(),
            "выберите другой файл; как выглядит набор данных, показывает команда `treaty-timeline schema`",
        ),
        FileProblem::ZeroBytes => {
            say("в файле одни нулевые байты".to_owned(), "файл повреждён; получите его заново")
        }
        FileProblem::DamagedArchive => say(
            "архив повреждён или обрезан, прочитать его нельзя".to_owned(),
            "скопируйте или загрузите его ещё раз",
        ),
        FileProblem::Binary(byte) => Explanation::new(
            format!("байт 0x{byte:02X} — не текст в UTF-8; похоже, файл вообще не текстовый"),
            format!("выберите другой файл; {DATASET_EXAMPLES}"),
        ),
        FileProblem::Encoding { byte, name, or: None } => Explanation::new(
            format!("байт 0x{byte:02X} — не текст в UTF-8; похоже, кодировка файла — `{name}`"),
            format!("откройте файл в редакторе в кодировке `{name}` и сохраните в UTF-8"),
        ),
        FileProblem::Encoding { byte, name, or: Some(or) } => {
            let (word, other, other_word) = &**or;
            say(
                format!(
                    "байт 0x{byte:02X} — не текст в UTF-8; похоже, кодировка файла — `{name}` («{word}») или `{other}` («{other_word}»)"
                ),
                "откройте файл в редакторе в той кодировке, в которой буквы верны, и сохраните в UTF-8",
            )
        }
        FileProblem::Utf16 => {
            say("файл в UTF-16 и прочитан в этой кодировке".to_owned(), "сохраните файл в UTF-8")
        }
        FileProblem::Utf16CutOff => say(
            "файл обрывается на середине символа; последний байт не прочитан".to_owned(),
            "возможно, файл обрезан; получите его заново",
        ),
        FileProblem::Utf16Halves(count) => say(
            format!(
                "не прочитано: {}; в этих местах показан знак \u{fffd}",
                counted(*count, ["половина символа", "половины символов", "половин символов"])
            ),
            "сохраните файл заново в UTF-8 из программы, которая его записала",
        ),
        FileProblem::OtherKind(kind) => {
            Explanation::new(format!("это {}, а не набор данных", name(kind)), remedy(kind.remedy()))
        }
        FileProblem::MissingGlyphs { kind, shown, count, occurrences } => {
            glyphs(kind, shown, *count, *occurrences)
        }
        FileProblem::Unreadable(error) => Explanation::new(open_error(error), open_advice(error)),
        FileProblem::NotNative => say(
            "файл не в собственном формате программы, добавить в него ничего нельзя".to_owned(),
            "сначала сохраните его как набор данных",
        ),
        FileProblem::NotRoundTrip => say(
            "часть файла не удалось прочитать, и она была бы потеряна".to_owned(),
            "сначала сохраните его в UTF-8",
        ),
    }
}

fn glyphs(kind: &GlyphKind, shown: &[char], count: usize, occurrences: usize) -> Explanation {
    let forms = match kind {
        GlyphKind::Hyphen => ["дефис", "дефиса", "дефисов"],
        GlyphKind::CombiningMark => ["надстрочный знак", "надстрочных знака", "надстрочных знаков"],
        GlyphKind::Unknown => ["неизвестный символ", "неизвестных символа", "неизвестных символов"],
        GlyphKind::Symbol | GlyphKind::Script(_) => ["символ", "символа", "символов"],
    };
    let script = match kind {
        GlyphKind::Script(name) => format!(", письменность «{}»", script(name)),
        _ => String::new(),
    };
    let what = if let [only] = shown {
        format!("{} {only} ({}){script}", forms[0], code_point(*only))
    } else {
        let more = if count > shown.len() { " …" } else { "" };
        let shown: Vec<String> = shown.iter().map(char::to_string).collect();
        format!("{} ({}{more}){script}", counted(count, forms), shown.join(" "))
    };
    let times = if occurrences == count {
        String::new()
    } else {
        format!("; всего в файле: {occurrences}")
    };
    let help = match kind {
        GlyphKind::Hyphen => "напишите -",
        _ => "замените латиницей или кириллицей; на экране может быть использован системный шрифт",
    };
    Explanation::new(format!("нет во встроенных шрифтах: {what}{times}"), help)
}

/// A script that Unicode names in English.
fn script(name: &str) -> &str {
    match name {
        "Arabic" => "арабская",
        "Armenian" => "армянская",
        "Bengali" => "бенгальская",
        "Cyrillic" => "кириллица",
        "Devanagari" => "деванагари",
        "Ethiopic" => "эфиопская",
        "Georgian" => "грузинская",
        "Greek" => "греческая",
        "Han" => "китайская",
        "Hangul" => "хангыль",
        "Hebrew" => "еврейская",
        "Hiragana" => "хирагана",
        "Katakana" => "катакана",
        "Latin" => "латиница",
        "Tamil" => "тамильская",
        "Thai" => "тайская",
        _ => name,
    }
}

fn remedy(remedy: Remedy) -> String {
    match remedy {
        Remedy::OpenAsDocument => format!(
            "чтобы читать его рядом с лентой времени, выберите «{}» (Ctrl+Shift+O); {DATASET_EXAMPLES}",
            super::super::STRINGS.commands.actions.read_document.name
        ),
        Remedy::Rewrite => format!("запишите его события в JSON; {DATASET_EXAMPLES}"),
        Remedy::Unpack => "распакуйте его и откройте файл, который в нём лежит".to_owned(),
        Remedy::SaveAsDocument => format!(
            "чтобы читать его рядом с лентой времени, сохраните его как PDF, HTML или текст (Ctrl+Shift+O); {DATASET_EXAMPLES}"
        ),
        Remedy::Stringify => "если в нём события для ленты времени, выведите их командой `JSON.stringify(items)` и откройте то, что она выведет".to_owned(),
        Remedy::ChooseAnother => format!("выберите другой файл; {DATASET_EXAMPLES}"),
        Remedy::ExportCsv(exporter) => export(exporter).to_owned(),
    }
}

/// How to get a table out of another program.
fn export(exporter: Exporter) -> &'static str {
    match exporter {
        Exporter::Gedcom => "в программе для родословных сохраните список событий как CSV и откройте его",
        Exporter::Ead => "в программе архива сохраните описания вместе с датами как CSV и откройте его",
        Exporter::Opml => {
            "сохраните структуру как текст или CSV, поставьте дату перед каждой строкой, у которой она есть, и откройте этот файл"
        }
        Exporter::EasyTimeline => {
            "перенесите строки `PlotData` в электронную таблицу со столбцами для начала, конца и названия, сохраните её как CSV и откройте"
        }
        Exporter::Stata => {
            "выполните в `Stata` команду `export delimited using table.csv` и откройте CSV; в R то же делает `write.csv(haven::read_dta(\"file.dta\"), \"table.csv\")`"
        }
        Exporter::R => {
            "выполните в R `write.csv(table, \"table.csv\", row.names = FALSE)`, где `table` — имя таблицы, и откройте CSV"
        }
        Exporter::AeonTimelineFile => {
            "в программе `Aeon Timeline 3`, которая открывает и файлы `.aeonzip` второй версии, экспортируйте события как CSV и откройте его"
        }
        Exporter::Parquet => {
            "сохраните таблицу как CSV — в `DuckDB` командой `COPY (SELECT * FROM 'file.parquet') TO 'table.csv'`, в `pandas` через `read_parquet(…).to_csv(…)` — и откройте её"
        }
    }
}

fn name(kind: &FileKind) -> String {
    match kind {
        FileKind::Pdf => "документ PDF".to_owned(),
        FileKind::Rtf => "документ RTF".to_owned(),
        FileKind::WebPage => "веб-страница (HTML)".to_owned(),
        FileKind::AnyText => "текст".to_owned(),
        FileKind::TextDocument(extension) => format!("текстовый документ (`{extension}`)"),
        FileKind::Ebook => "электронная книга (`.epub`)".to_owned(),
        FileKind::Spreadsheet(extension) => format!("электронная таблица (`{extension}`)"),
        FileKind::MicrosoftOffice => "файл `Microsoft Office` (`.xls` или `.doc`)".to_owned(),
        FileKind::Sqlite => "база данных `SQLite`".to_owned(),
        FileKind::Compressed(program) => format!("файл, сжатый `{program}`"),
        FileKind::Archive(format) => format!("архив {format}"),
        FileKind::Picture(format) => format!("изображение ({format})"),
        FileKind::Map(format) => format!("карта (`{format}`)"),
        FileKind::Track => "маршрут (GPX)".to_owned(),
        FileKind::NewsFeed => "лента новостей".to_owned(),
        FileKind::Calendar => "календарь (`.ics`)".to_owned(),
        FileKind::Xml => "файл XML".to_owned(),
        FileKind::Simile(format) => format!("файл `SIMILE Timeline` ({format})"),
        FileKind::TimelineJs => "файл `TimelineJS` (JSON)".to_owned(),
        FileKind::VisTimeline => "список событий для `vis-timeline` (JSON)".to_owned(),
        FileKind::Wikidata => "данные `Wikidata` (JSON)".to_owned(),
        FileKind::Annotations => "заметки к текстам (JSON)".to_owned(),
        FileKind::AeonTimeline => "файл `Aeon Timeline` (JSON)".to_owned(),
        FileKind::TimelineProject => "файл `The Timeline Project`".to_owned(),
        FileKind::QueryResults => "результаты запроса (SPARQL, JSON)".to_owned(),
        FileKind::JsonLd => "связанные данные (JSON-LD)".to_owned(),
        FileKind::Table(separator, header) => {
            let separator = match separator {
                Separator::Comma => "запятыми",
                Separator::Semicolon => "точками с запятой",
                Separator::Tab => "табуляцией",
            };
            format!("таблица, разделённая {separator} («{header}»)")
        }
        FileKind::Markwhen => "список строк с датами (как в `Markwhen`)".to_owned(),
        FileKind::Bibliography(format) => format!("список литературы (`{format}`)"),
        FileKind::Toml => "файл TOML или INI".to_owned(),
        FileKind::JavaScript => "текст программы (`JavaScript`)".to_owned(),
        FileKind::Yaml => "файл YAML".to_owned(),
        FileKind::ToExport(exporter) => match exporter {
            Exporter::Gedcom => "родословная (`GEDCOM`)",
            Exporter::Ead => "архивная опись (EAD)",
            Exporter::Opml => "структура текста (`OPML`)",
            Exporter::EasyTimeline => "лента времени с вики-страницы (`EasyTimeline`)",
            Exporter::Stata => "таблица `Stata` (`.dta`)",
            Exporter::R => "данные R (`.rda` или `.rds`)",
            Exporter::Parquet => "таблица `Parquet`",
            Exporter::AeonTimelineFile => "проект `Aeon Timeline` (`.aeon` или `.aeonzip`)",
        }
        .to_owned(),
    }
}
