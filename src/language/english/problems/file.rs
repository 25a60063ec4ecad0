//! English: what is wrong with a file as a whole.

use crate::diagnostics::{Exporter, FileKind, FileProblem, GlyphKind, Remedy, Separator};
use crate::language::english::errors::{open_advice, open_error};
use crate::language::report::{Explanation, code_point};

use super::{DATASET_EXAMPLES, counted};

pub(super) fn explain(problem: &FileProblem) -> Explanation {
    let say = Explanation::new::<String, &str>;
    match problem {
        FileProblem::Empty => say(
            "the file is empty".to_owned(),
            "choose another file; `treaty-timeline schema` prints what a dataset looks like",
        ),
        FileProblem::ZeroBytes => {
            say("the file contains only zero bytes".to_owned(), "the file is damaged; get a new copy")
        }
        FileProblem::DamagedArchive => say(
            "the archive is damaged or cut off and cannot be read".to_owned(),
            "copy or download it again",
        ),
        FileProblem::Binary(byte) => Explanation::new(
            format!("byte 0x{byte:02X} is not UTF-8 text, and the file does not seem to be text"),
            format!("choose another file; {DATASET_EXAMPLES}"),
        ),
        FileProblem::Encoding { byte, name, or: None } => Explanation::new(
            format!("byte 0x{byte:02X} is not UTF-8 text; the file seems to be in {name}"),
            format!("open it in an editor as {name} and save it as UTF-8"),
        ),
        FileProblem::Encoding { byte, name, or: Some(or) } => {
            let (word, other, other_word) = &**or;
            say(
                format!(
                    "byte 0x{byte:02X} is not UTF-8 text; the file seems to be in {name} (\"{word}\") or {other} (\"{other_word}\")"
                ),
                "open it in an editor with the encoding that shows the letters correctly, and save it as UTF-8",
            )
        }
        FileProblem::Utf16 => {
            say("the file is in UTF-16 and was read as such".to_owned(), "save the file as UTF-8")
        }
        FileProblem::Utf16CutOff => say(
            "the file ends in the middle of a character; its last byte is not read".to_owned(),
            "it may be cut off; get a new copy",
        ),
        FileProblem::Utf16Halves(count) => say(
            format!("{} could not be read; \u{fffd} is shown instead", counted(*count, "half character")),
            "save the file again from the program that wrote it, as UTF-8",
        ),
        FileProblem::OtherKind(kind) => {
            Explanation::new(format!("this is {}, not a dataset", name(kind)), remedy(kind.remedy()))
        }
        FileProblem::MissingGlyphs { kind, shown, count, occurrences } => {
            glyphs(kind, shown, *count, *occurrences)
        }
        FileProblem::Unreadable(error) => Explanation::new(open_error(error), open_advice(error)),
        FileProblem::NotNative => say(
            "the file is not in the program’s own format, so nothing can be added to it".to_owned(),
            "save it as a dataset first, and add to that",
        ),
        FileProblem::NotRoundTrip => {
            say("a part of the file could not be read and would be lost".to_owned(), "save it as UTF-8 first")
        }
    }
}

fn glyphs(kind: &GlyphKind, shown: &[char], count: usize, occurrences: usize) -> Explanation {
    let noun = match kind {
        GlyphKind::Hyphen => "hyphen".to_owned(),
        GlyphKind::Symbol => "symbol".to_owned(),
        GlyphKind::CombiningMark => "combining mark".to_owned(),
        GlyphKind::Unknown => "unknown character".to_owned(),
        GlyphKind::Script(name) => format!("{name} character"),
    };
    let (it, they) = if count == 1 { ("it", "it occurs") } else { ("them", "they occur") };
    let what = if let [only] = shown {
        format!("the {noun} {only} ({})", code_point(*only))
    } else {
        let more = if count > shown.len() { " …" } else { "" };
        let shown: Vec<String> = shown.iter().map(char::to_string).collect();
        format!("{} ({}{more})", counted(count, &noun), shown.join(" "))
    };
    let times = if occurrences == count { String::new() } else { format!("; {they} {occurrences} times") };
    let help = match kind {
        GlyphKind::Hyphen => "write -".to_owned(),
        _ => format!("write {it} in Latin or Cyrillic; on screen, a system font may be used"),
    };
    Explanation::new(format!("no bundled font has {what}{times}"), help)
}

fn remedy(remedy: Remedy) -> String {
    match remedy {
        Remedy::OpenAsDocument => format!(
            "to read it beside the timeline, choose \"Read a document…\" (Ctrl+Shift+O); {DATASET_EXAMPLES}"
        ),
        Remedy::Rewrite => format!("write its events as JSON; {DATASET_EXAMPLES}"),
        Remedy::Unpack => "unpack it, and open the file inside".to_owned(),
        Remedy::SaveAsDocument => format!(
            "save it as PDF, HTML or text to read it beside the timeline (Ctrl+Shift+O); {DATASET_EXAMPLES}"
        ),
        Remedy::Stringify => {
            "if it makes the items of a timeline, let it print JSON.stringify(items), and open what it prints"
                .to_owned()
        }
        Remedy::ChooseAnother => format!("choose another file; {DATASET_EXAMPLES}"),
        Remedy::ExportCsv(exporter) => export(exporter).to_owned(),
    }
}

/// How to get a table out of another program.
fn export(exporter: Exporter) -> &'static str {
    match exporter {
        Exporter::Gedcom => "in the genealogy program, export the list of events as CSV, and open that",
        Exporter::Ead => {
            "in the program of the archive, export the descriptions with their dates as CSV, and open that"
        }
        Exporter::Opml => {
            "in the outliner, export the outline as text or CSV, write a date before each line that has one, and open that"
        }
        Exporter::EasyTimeline => {
            "copy the lines of `PlotData` into a spreadsheet with columns for the beginning, the end and the title, save it as CSV, and open that"
        }
        Exporter::Stata => {
            "in Stata, run `export delimited using table.csv` and open the CSV; in R, `write.csv(haven::read_dta(\"file.dta\"), \"table.csv\")` does the same"
        }
        Exporter::R => {
            "in R, run `write.csv(table, \"table.csv\", row.names = FALSE)` with the name of the data frame, and open the CSV"
        }
        Exporter::AeonTimelineFile => {
            "in Aeon Timeline 3, which also opens the .aeonzip files of version 2, export the events as CSV, and open that"
        }
        Exporter::Parquet => {
            "write it as CSV, with DuckDB by `COPY (SELECT * FROM 'file.parquet') TO 'table.csv'`, with pandas by `read_parquet(…).to_csv(…)`, and open that"
        }
    }
}

fn name(kind: &FileKind) -> String {
    match kind {
        FileKind::Pdf => "a PDF document".to_owned(),
        FileKind::Rtf => "a rich-text document (RTF)".to_owned(),
        FileKind::WebPage => "a web page (HTML)".to_owned(),
        FileKind::AnyText => "plain text".to_owned(),
        FileKind::TextDocument(extension) => format!("a text document ({extension})"),
        FileKind::Ebook => "an e-book (.epub)".to_owned(),
        FileKind::Spreadsheet(extension) => format!("a spreadsheet ({extension})"),
        FileKind::MicrosoftOffice => "a Microsoft Office file (.xls or .doc)".to_owned(),
        FileKind::Sqlite => "an SQLite database".to_owned(),
        FileKind::Compressed(program) => format!("a file compressed with {program}"),
        FileKind::Archive(format) => format!("a {format} archive"),
        FileKind::Picture(format) => format!("a picture ({format})"),
        FileKind::Map(format) => format!("a map ({format})"),
        FileKind::Track => "a track (GPX)".to_owned(),
        FileKind::NewsFeed => "a news feed".to_owned(),
        FileKind::Calendar => "a calendar file (.ics)".to_owned(),
        FileKind::Xml => "an XML file".to_owned(),
        FileKind::Simile(format) => format!("a SIMILE Timeline file ({format})"),
        FileKind::TimelineJs => "a TimelineJS file (JSON)".to_owned(),
        FileKind::VisTimeline => "a list of items for vis-timeline (JSON)".to_owned(),
        FileKind::Wikidata => "data from Wikidata (JSON)".to_owned(),
        FileKind::Annotations => "annotations (JSON)".to_owned(),
        FileKind::AeonTimeline => "a file of Aeon Timeline (JSON)".to_owned(),
        FileKind::TimelineProject => "a file of The Timeline Project".to_owned(),
        FileKind::QueryResults => "results of a query (SPARQL, JSON)".to_owned(),
        FileKind::JsonLd => "linked data (JSON-LD)".to_owned(),
        FileKind::Table(separator, header) => {
            let separator = match separator {
                Separator::Comma => "commas",
                Separator::Semicolon => "semicolons",
                Separator::Tab => "tabs",
            };
            format!("a table with {separator} ({header})")
        }
        FileKind::Markwhen => "a list of dated lines (as in Markwhen)".to_owned(),
        FileKind::Bibliography(format) => format!("a bibliography ({format})"),
        FileKind::Toml => "a TOML or INI file".to_owned(),
        FileKind::JavaScript => "source code (JavaScript)".to_owned(),
        FileKind::Yaml => "a YAML file".to_owned(),
        FileKind::ToExport(exporter) => match exporter {
            Exporter::Gedcom => "a family tree (GEDCOM)",
            Exporter::Ead => "a finding aid of an archive (EAD)",
            Exporter::Opml => "an outline (OPML)",
            Exporter::EasyTimeline => "a timeline of a wiki page (EasyTimeline)",
            Exporter::Stata => "a Stata dataset (.dta)",
            Exporter::R => "R data (.rda or .rds)",
            Exporter::Parquet => "a Parquet file",
            Exporter::AeonTimelineFile => "an Aeon Timeline project (.aeon or .aeonzip)",
        }
        .to_owned(),
    }
}
