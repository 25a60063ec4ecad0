//! The Russian tables hold no English: every text in them, and what they say of each error that there is.

use std::path::Path;
use std::sync::Arc;

use crate::common::russian::{english_words, sources, texts};
use crate::common::world_of;

use treaty_timeline::diagnostics::{
    CompareError, DateAdvice, Diagnostic, EditProblem, EndedBy, Failure, FileProblem, MemoryShortage,
    OpenError, QUERY_FIELDS, Report, Rule, Severity, StyleProblem, ViewLinkNote, ViewLinkProblem,
    WriteProblem,
};
use treaty_timeline::document::Unreadable;
use treaty_timeline::domain::{EdtfDate, Moment};
use treaty_timeline::language::{ArgumentError, CommandLineError, Language};
use treaty_timeline::session::{Command, DocumentProblem, Preferences, ReaderCommand, Session};

/// What is typed on the command line as it is.
const TYPED: [&str; 11] =
    ["ours", "theirs", "text", "json", "light", "dark", "true", "false", "print", "all", "selected"];
/// More formats, which only reports, the help and the words for actions name.
const FORMATS: [&str; 8] = ["Schema", "TOML", "YAML", "html", "JPEG", "WebP", "TIFF", "xlsx"];
/// Programs that people name as they type, in small letters, to find an action.
const PROGRAMS: [&str; 1] = ["excel"];

/// What of a text is shown as it is: without escapes, places for values, arguments, fields of the search and of the format.
fn shown(text: &str) -> String {
    let text = text.replace("\\\"", "\"").replace("\\n", " ").replace("\\\\", " ");
    let mut out = String::new();
    for (index, piece) in text.split('{').enumerate() {
        let after = piece.split_once('}').filter(|(value, _)| index > 0 && !value.contains(' '));
        out.push_str(after.map_or(piece, |(_, after)| after));
    }
    let is_code = |token: &str| {
        let word = token.trim_matches(|c: char| matches!(c, '«' | '»' | ',' | ';' | ':' | '.' | '(' | ')'));
        let is_field = token.contains('«')
            && word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '-' | '/' | '0'..='9'));
        let is_search = QUERY_FIELDS.iter().any(|field| word.starts_with(&format!("{field}:")));
        let is_numeral = !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c));
        let is_typed = word.starts_with("--") || TYPED.contains(&word) || FORMATS.contains(&word);
        is_field || is_search || is_numeral || is_typed
    };
    out.split_whitespace().filter(|token| !is_code(token)).collect::<Vec<_>>().join(" ")
}

#[test]
fn no_text_of_the_russian_tables_is_english() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/russian");
    let mut english = Vec::new();
    let mut count = 0;
    for path in sources(&folder) {
        // Pairs of an action's key, which nobody sees, and the words for it.
        let has_keys = path.ends_with("synonyms.rs");
        for (index, (line, text)) in texts(&std::fs::read_to_string(&path).unwrap()).into_iter().enumerate() {
            if has_keys && index % 2 == 0 {
                let is_key = text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                assert!(is_key, "{}:{line}: {text:?} is no key", path.display());
                continue;
            }
            let mut words = english_words(&shown(&text));
            words.retain(|word| !(has_keys && PROGRAMS.contains(&word.as_str())));
            if !words.is_empty() {
                english.push(format!("{}:{line}: {words:?} in {text:?}", path.display()));
            }
            count += 1;
        }
    }
    assert!(count > 700, "only {count} texts were found");
    assert!(english.is_empty(), "{}", english.join("\n"));
}

#[test]
fn an_english_text_is_found_wherever_it_stands_in_the_code() {
    let code = "// \"a comment\"\nlet quote = '\"';\nmatch x { \"word\" => label(\"Имя\", \"Open \\\"a\\\" file\"), _ => format!(\"{left} байт\") }";
    let found: Vec<(usize, String)> = texts(code);
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 3, 3]);
    assert_eq!(english_words(&shown(&found[1].1)), ["Open", "file"]);
    assert!(english_words(&shown(&found[2].1)).is_empty());
    for (text, words) in [
        ("Shift+колесо, HTML (EDTF)", vec![]),
        ("поле `summary` в https://example.org/page и в «seven.json»", vec![]),
        ("добавьте «checked_on» или type:suspended, см. --help", vec![]),
        ("Книги (*.xlsx, *.json), SPARQL", vec![]),
        ("excel, Книги *.*", vec!["excel"]),
        ("Selected: 3", vec!["Selected"]),
    ] {
        assert_eq!(english_words(&shown(text)), words, "{text}");
    }
}

/// A first value and those that follow it, one from the other.
fn all_from<T>(first: T, next: fn(&T) -> Option<T>) -> Vec<T> {
    std::iter::successors(Some(first), next).collect()
}

// Each of these names the variant that comes after another, so that a new one does not compile until it has its place.

fn failures() -> Vec<Failure> {
    all_from(Failure::Fault, |failure| match failure {
        Failure::Fault => Some(Failure::System("нет связи".to_owned())),
        Failure::System(_) => None,
    })
}

fn open_errors() -> Vec<OpenError> {
    use OpenError as E;
    let mut all = all_from(E::NotFound, |error| {
        Some(match error {
            E::NotFound => E::Denied,
            E::Denied => E::IsFolder,
            E::IsFolder => E::IsDevice,
            E::IsDevice => E::IsPipe,
            E::IsPipe => E::EndlessPipe,
            E::EndlessPipe => E::TooLarge,
            E::TooLarge => E::OutOfMemory(None),
            E::OutOfMemory(None) => E::OutOfMemory(Some(MemoryShortage { needed: 9, available: 1 })),
            E::OutOfMemory(Some(_)) => E::Ended(EndedBy::Memory),
            E::Ended(EndedBy::Memory) => E::Ended(EndedBy::Time),
            E::Ended(EndedBy::Time) => E::Ended(EndedBy::Fault),
            E::Ended(EndedBy::Fault) => E::Cancelled,
            E::Cancelled => E::Failed(Failure::Fault),
            E::Failed(_) => return None,
        })
    });
    all.extend(failures().into_iter().map(E::Failed));
    all
}

fn compare_errors() -> Vec<CompareError> {
    use CompareError as E;
    let mut all = all_from(E::HasErrors(Box::default()), |error| {
        Some(match error {
            E::HasErrors(_) => E::Bulk,
            E::Bulk => E::OpenIsBulk,
            E::OpenIsBulk => E::Open(OpenError::NotFound),
            E::Open(_) => E::Failed(Failure::Fault),
            E::Failed(_) => return None,
        })
    });
    all.extend(open_errors().into_iter().map(E::Open));
    all.extend(failures().into_iter().map(E::Failed));
    all
}

fn write_problems() -> Vec<WriteProblem> {
    use WriteProblem as P;
    let mut all = all_from(P::NoFolder, |problem| {
        Some(match problem {
            P::NoFolder => P::IsFolder,
            P::IsFolder => P::NotAFile,
            P::NotAFile => P::ReadOnly,
            P::ReadOnly => P::FolderReadOnly,
            P::FolderReadOnly => P::BadName,
            P::BadName => P::Full,
            P::Full => P::Spoilt("копия".to_owned()),
            P::Spoilt(_) => P::BaseGone("набор".to_owned()),
            P::BaseGone(_) => P::TooManyPixels(900, 100),
            P::TooManyPixels(..) => P::PictureSide(16_384),
            P::PictureSide(_) => P::NoLanes,
            P::NoLanes => P::NoBookmarks,
            P::NoBookmarks => P::PageTooSmall(10_000),
            P::PageTooSmall(_) => P::TooManyPages(3_000, 2_000),
            P::TooManyPages(..) => P::Cancelled,
            P::Cancelled => P::BaseUnreadable("набор".to_owned(), OpenError::NotFound),
            P::BaseUnreadable(..) => P::Faulty(Box::new(Diagnostic::on_line(
                Severity::Error,
                "not-added-to",
                FileProblem::NotRoundTrip,
                0,
            ))),
            P::Faulty(_) => P::Failed(Failure::Fault),
            P::Failed(_) => return None,
        })
    });
    all.extend(open_errors().into_iter().map(|error| P::BaseUnreadable("набор".to_owned(), error)));
    all.extend(failures().into_iter().map(P::Failed));
    all
}

fn page_problems() -> Vec<DocumentProblem> {
    use DocumentProblem as P;
    let unreadable = all_from(Unreadable::Empty, |why| {
        Some(match why {
            Unreadable::Empty => Unreadable::NotText,
            Unreadable::NotText => Unreadable::NoText,
            Unreadable::NoText => Unreadable::Encrypted,
            Unreadable::Encrypted => Unreadable::Damaged,
            Unreadable::Damaged => return None,
        })
    });
    let mut all = all_from(P::Unreadable(Unreadable::Empty), |problem| {
        Some(match problem {
            P::Unreadable(_) => P::Outside,
            P::Outside => P::NoFile,
            P::NoFile => P::Gone,
            P::Gone => P::NotAFile,
            P::NotAFile => P::TooLarge,
            P::TooLarge => P::TooMuchMemory,
            P::TooMuchMemory => P::TooLong,
            P::TooLong => P::Stopped,
            P::Stopped => P::Failed(OpenError::NotFound),
            P::Failed(_) => return None,
        })
    });
    all.extend(unreadable.into_iter().map(P::Unreadable));
    all.extend(open_errors().into_iter().map(P::Failed));
    all
}

fn advice() -> Vec<DateAdvice> {
    use DateAdvice as A;
    let date = |text: &str| EdtfDate::parse(text).unwrap();
    let mut all = all_from(A::Examples, |advice| {
        let date = |text: &str| EdtfDate::parse(text).unwrap();
        Some(match advice {
            A::Examples => A::DidYouMean("2019-08-02".to_owned()),
            A::DidYouMean(_) => A::EitherOf(date("1987-08-12"), date("1987-12-08")),
            A::EitherOf(..) => A::NoYearZero,
            A::NoYearZero => A::FourDigits(33),
            A::FourDigits(_) => A::FourDigitsBce(1),
            A::FourDigitsBce(1) => A::FourDigitsBce(44),
            A::FourDigitsBce(_) => A::NameTheYears,
            A::NameTheYears => A::EarlierFirst,
            A::EarlierFirst => A::ClockRange,
            A::ClockRange => A::MonthRange,
            A::MonthRange => A::MonthLength(date("2019-04"), 30),
            A::MonthLength(..) => A::NoLeapYear(1900),
            A::NoLeapYear(_) => A::JulianLeapYear { year: 1900, march: 13 },
            A::JulianLeapYear { .. } => A::YearRange,
            A::YearRange => A::LongYear("Y20190".to_owned()),
            A::LongYear(_) => return None,
        })
    });
    all.extend((1..=12).map(|month| A::MonthLength(date(&format!("2019-{month:02}")), 30)));
    all
}

fn argument_errors() -> Vec<ArgumentError> {
    use ArgumentError as E;
    let mut all = all_from(E::UnknownArgument("--x".to_owned(), Some("--on".to_owned())), |error| {
        Some(match error {
            E::UnknownArgument(..) => E::UnknownCommand("и".to_owned(), Some("diff".to_owned())),
            E::UnknownCommand(..) => E::Missing(vec!["--out".to_owned()]),
            E::Missing(_) => E::NoValue("--on".to_owned()),
            E::NoValue(_) => E::Repeated("--on".to_owned()),
            E::Repeated(_) => E::Conflict("--on".to_owned(), "--to".to_owned()),
            E::Conflict(..) => E::NotOneOf("--on".to_owned(), "я".to_owned(), vec!["ru".to_owned()]),
            E::NotOneOf(..) => E::NotASize("--size".to_owned(), [1, 2]),
            E::NotASize(..) => E::NotANumber("--scale".to_owned(), "я".to_owned()),
            E::NotANumber(..) => E::Other,
            E::Other | E::NotADate { .. } => return None,
        })
    });
    all.push(E::NotADate {
        argument: "--on".to_owned(),
        value: "вчера".to_owned(),
        advice: DateAdvice::Examples,
    });
    all
}

fn command_line_errors() -> Vec<CommandLineError> {
    use CommandLineError as E;
    let day = Moment::from_ymd(2019, 8, 2).unwrap();
    let mut all = vec![E::FromAfterEnd(day), E::ToBeforeStart(day)];
    all.extend(all_from(E::PictureExtension("рисунок".to_owned()), |error| {
        let name = || "набор".to_owned();
        Some(match error {
            E::PictureExtension(_) => E::NotDrawn(Box::<Report>::default()),
            E::NotDrawn(_) => E::NotConverted(Box::<Report>::default()),
            E::NotConverted(_) => E::NotCited(Box::<Report>::default()),
            E::NotCited(_) => E::DataExtension(name()),
            E::DataExtension(_) => E::PlainLanes(name()),
            E::PlainLanes(_) => E::BadMapping(name(), 1, 2),
            E::BadMapping(..) => E::BadAccepted(name(), 1, 2),
            E::BadAccepted(..) => E::BadStyle(name(), StyleProblem::TooLarge),
            E::BadStyle(_, problem) => match problem {
                StyleProblem::TooLarge => E::BadStyle(name(), StyleProblem::Malformed(3)),
                StyleProblem::Malformed(_) => E::BadStyle(name(), StyleProblem::NotAStyle(3)),
                StyleProblem::NotAStyle(_) => E::BadStyle(name(), StyleProblem::Dependent),
                StyleProblem::Dependent => E::BadStyle(name(), StyleProblem::Endless(3)),
                StyleProblem::Endless(_) => E::BadStyle(name(), StyleProblem::TooMuch),
                StyleProblem::TooMuch => E::NothingToCite(name()),
            },
            E::NothingToCite(_) => E::NoStatus(Box::<Report>::default()),
            E::NoStatus(_) => E::NoSuchItem(name()),
            E::NoSuchItem(_) => E::NoSuchTreaty(name(), vec![name()]),
            E::NoSuchTreaty(..) => E::NoSuchParty(name(), vec![name()]),
            E::NoSuchParty(..) => E::NotADay(name()),
            E::NotADay(_) => E::FromAfterTo,
            E::FromAfterTo => E::ViewLink(ViewLinkProblem::Empty),
            E::ViewLink(_) => E::NoViewInPicture(name()),
            E::NoViewInPicture(_) => E::Open(name(), OpenError::NotFound),
            E::Open(..) => E::Compare(name(), CompareError::Bulk),
            E::Compare(..) => E::Write(name(), WriteProblem::Full),
            E::Write(..) => E::NotPatched(Box::<Report>::default()),
            E::NotPatched(_) => E::Edit(name(), EditProblem::NotText),
            E::Edit(..) => E::Print(Failure::Fault),
            E::Print(_) => E::NoWindow(name()),
            E::NoWindow(_) => E::NoOpenGl,
            E::NoOpenGl => E::BadDisplay,
            E::BadDisplay => E::Failed(Failure::Fault),
            E::Failed(_) | E::FromAfterEnd(_) | E::ToBeforeStart(_) => return None,
        })
    }));
    all
}

fn view_link_problems() -> Vec<ViewLinkProblem> {
    use ViewLinkProblem as P;
    all_from(P::NotALink, |problem| {
        Some(match problem {
            P::NotALink => P::Empty,
            P::Empty => P::BadCharacters,
            P::BadCharacters => P::TooLong(65_536),
            P::TooLong(_) => return None,
        })
    })
}

fn view_link_notes() -> Vec<ViewLinkNote> {
    use ViewLinkNote as N;
    fn name() -> String {
        "набор".to_owned()
    }
    let mut all = all_from(N::OtherDataset(name(), EdtfDate::parse("2026-11-24").ok()), |note| {
        Some(match note {
            N::OtherDataset(..) => N::OtherVersion(name(), None),
            N::OtherVersion(..) => N::FilesBeside(vec![name()]),
            N::FilesBeside(_) => N::Missing(vec![name()]),
            N::Missing(_) => N::NewerForm("2".to_owned()),
            N::NewerForm(_) => N::UnknownPart(name()),
            N::UnknownPart(_) => N::BadValue("to", name()),
            N::BadValue(..) => N::Repeated("to"),
            N::Repeated(_) => return None,
        })
    });
    all.push(N::Missing(vec![name(); 40]));
    all
}

#[test]
fn every_error_is_worded_in_russian() {
    let russian = Language::Russian;
    let mut said: Vec<String> = Vec::new();
    said.extend(
        open_errors()
            .iter()
            .flat_map(|error| [russian.open_error(error), russian.open_advice(error).to_owned()]),
    );
    said.extend(compare_errors().iter().map(|error| russian.compare_error(error)));
    said.extend(write_problems().iter().map(|problem| russian.write_problem(problem)));
    for folder in [Some("папка"), None] {
        said.extend(write_problems().iter().map(|problem| russian.settings_problem(problem, folder)));
    }
    said.extend(advice().iter().map(|advice| russian.date_advice(advice)));
    said.extend(Rule::ALL.iter().map(|&rule| russian.rule(rule).to_owned()));
    said.extend(argument_errors().iter().map(|error| russian.argument_error(error)));
    said.extend(view_link_problems().iter().map(|problem| russian.view_link_problem(*problem)));
    said.extend(view_link_notes().iter().map(|note| russian.view_link_note(note)));
    said.extend(command_line_errors().iter().map(|error| russian.command_line_error(error)));

    let world = world_of(r#"{"format":"treaty-timeline/1","title":"Пусто","treaties":[]}"#);
    let preferences = Preferences { language: Some(russian), ..Preferences::default() };
    let mut session = Session::new(Arc::new(world), preferences, None);
    for problem in page_problems() {
        session.status_message = None;
        session.apply(Command::Reader(ReaderCommand::OpenFailed("речь".to_owned(), problem)));
        said.push(session.status_message.clone().expect("it is said"));
    }
    for sentence in said {
        assert!(sentence.chars().any(|c| matches!(c, 'а'..='я')), "{sentence}");
        assert_eq!(english_words(&shown(&sentence)), Vec::<String>::new(), "{sentence}");
    }
}
