//! What leaves the program: citations, chronologies, `convert` and `cite`, the menu; texts from a file are neither markup nor
//! formulas in it.

use std::process::{Command, Output as RunOutput};
use std::sync::{Arc, Mutex};

use serde_json::Value;

use treaty_timeline::app::App;
use treaty_timeline::domain::{EventId, StatementId, Subset, TreatyId};
use treaty_timeline::records::DataFormat;
use treaty_timeline::save::{CitationFormat, CitationStyle, Cited, Output, cite, cite_in_style};
use treaty_timeline::session::{Action, Command as SessionCommand, Facet, FilterCommand, World};

use crate::common::converted::{bytes, text, with_date, written};
use crate::common::{ScriptedDialogs, app_at_pace, run_until, seven, world_of};

#[test]
fn a_style_words_dates_that_it_does_not_know() {
    for (date, words) in [
        ("1969-11-17/1972-05-26", "1972"),
        ("-0043-03-15", "44 BCE"),
        ("198X", "1980s"),
        ("1992~", "1992"),
        ("2001-21", "2001"),
    ] {
        let world = with_date(date);
        let event = [Cited::Event(EventId::new(0))];
        let lines = cite_in_style(&world.dataset, &event, CitationStyle::Apa);
        assert_eq!(lines.len(), 1, "{date}");
        assert!(lines[0].contains(words), "{date}: {lines:?}");
    }
}

/// Texts that are markup, formulas or properties somewhere, and addresses that are scripts.
fn hostile() -> World {
    let bad = r#"=1+1 </script><script>alert(1)</script> \"x\" ](javascript:alert(1)) \\input{x}\nEND:VEVENT\n2020: free"#;
    world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"{bad}","description":"{bad}",
        "speakers":[{{"id":"k","name":"@{bad}"}}],
        "sources":[{{"id":"s","title":"{bad}","url":"javascript:alert(1)"}}],
        "treaties":[{{"id":"T","name":"+{bad}","category":"-{bad}"}}],
        "events":[{{"id":"e","treaty":"T","type":"signed","title":"{bad}","summary":"{bad}",
        "dates":[{{"edtf":"1990-01-02","source":"s"}}]}}],
        "statements":[{{"id":"q","quote":"{bad}","lang":"en","speaker":"k","role":"{bad}","date":"1990-01-03",
        "source":"s","about":[{{"event":"e"}}]}}]}}"#
    ))
}

#[test]
fn what_comes_from_a_file_is_neither_markup_nor_a_formula() {
    let world = hostile();
    let excerpt = Subset::whole(&world.dataset);
    for format in [DataFormat::Html, DataFormat::TimelineJs, DataFormat::Vis] {
        let text = text(&world, &excerpt, format);
        assert!(!text.contains("<script"), "{format:?}: {text}");
        assert!(
            !text.contains("href=\"javascript") && !text.contains("href=\\\"javascript"),
            "{format:?}: {text}"
        );
    }
    let markdown = text(&world, &excerpt, DataFormat::Markdown);
    assert!(!markdown.contains("<script") && !markdown.contains("](javascript"), "{markdown}");
    let calendar = text(&world, &excerpt, DataFormat::ICalendar);
    let ends = calendar.lines().filter(|line| *line == "END:VEVENT").count();
    assert_eq!(ends, 2, "an event and a statement: {calendar}");
    let markwhen = text(&world, &excerpt, DataFormat::Markwhen);
    assert!(!markwhen.lines().any(|line| line.starts_with("2020")), "{markwhen}");
    let bibtex = text(&world, &excerpt, DataFormat::Bibtex);
    assert!(!bibtex.contains("\\input"), "{bibtex}");
    let Output::Folder(files) = written(&world, &excerpt, DataFormat::CsvTables).output else {
        panic!("tables are a folder")
    };
    let table = bytes(&world, &excerpt, DataFormat::Csv);
    let tables = files.iter().filter(|(name, _)| name != "datapackage.json").map(|(_, bytes)| bytes);
    for bytes in tables.chain([&table]) {
        for row in csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[3..]).records() {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }
}

#[test]
fn a_chronology_numbers_each_source_once_and_lists_all_in_order_of_date() {
    let world = seven();
    let whole = Subset::whole(&world.dataset);
    let text = text(&world, &whole, DataFormat::Markdown);
    let notes: Vec<&str> = text.lines().filter(|line| line.starts_with("[^")).collect();
    let mut numbers = notes.iter().enumerate();
    assert!(numbers.all(|(index, line)| line.starts_with(&format!("[^{}]: ", index + 1))), "{notes:?}");
    let years: Vec<i32> = text.lines().filter_map(|line| line.strip_prefix("## ")?.parse().ok()).collect();
    assert!(years.is_sorted() && years.len() > 20, "{years:?}");
    let quotations = text.lines().filter(|line| line.starts_with("> “")).count();
    assert!(quotations >= world.dataset.statements().len(), "{quotations}");
    let nothing = Subset::new(&world.dataset, |_| false, |_| false, |_| false);
    let empty = crate::common::converted::text(&world, &nothing, DataFormat::Html);
    assert!(empty.contains("There is nothing to list") && empty.contains("</html>"), "{empty}");
}

#[test]
fn each_kind_of_record_is_cited() {
    let world = seven();
    let dataset = &world.dataset;
    let cited = |id: &str| Cited::find(dataset, id).unwrap_or_else(|| panic!("{id}"));
    assert!(matches!(cited("INF"), Cited::Treaty(_)) && matches!(cited("INF-terminated"), Cited::Event(_)));
    assert_eq!(Cited::find(dataset, "nonsense"), None);
    let statement = Cited::Statement(StatementId::new(0));
    let all = [cited("INF"), cited("INF-terminated"), statement, cited("INF")];
    let csl: Value = serde_json::from_str(&cite(dataset, &all, CitationFormat::CslJson)).unwrap();
    let items = csl.as_array().unwrap();
    assert_eq!(items.len(), 3, "each once");
    assert_eq!(items[0]["type"], "treaty");
    assert_eq!(items[0]["issued"]["date-parts"], serde_json::json!([[1987, 12, 8]]));
    assert_eq!(items[1]["type"], "event");
    assert_eq!(items[1]["issued"]["date-parts"], serde_json::json!([[2019, 8, 2]]));
    assert_eq!(items[2]["type"], "speech");
    let speaker = dataset.speaker(dataset.statement(StatementId::new(0)).speaker);
    assert_eq!(items[2]["author"][0]["literal"], *speaker.name);
    let bibtex = cite(dataset, &all, CitationFormat::Bibtex);
    assert!(bibtex.starts_with("@misc{INF,\n") && bibtex.contains("  date = {1987-12-08},\n"), "{bibtex}");
    let ris = cite(dataset, &all, CitationFormat::Ris);
    assert_eq!(ris.matches("TY  - ").count(), 3);
    assert_eq!(ris.matches("ER  - ").count(), 3);
    // Ids of different tables may be the same, those of citations are not.
    let same = world_of(
        r#"{"format":"treaty-timeline/1","title":"T","sources":[{"id":"a","title":"S"}],
        "treaties":[{"id":"a","name":"N","category":"C"}]}"#,
    );
    let both =
        [Cited::find(&same.dataset, "a").unwrap(), Cited::Source(same.dataset.find_source("a").unwrap())];
    let csl: Value = serde_json::from_str(&cite(&same.dataset, &both, CitationFormat::CslJson)).unwrap();
    assert_ne!(csl[0]["id"], csl[1]["id"]);
}

#[test]
fn citations_are_as_written_by_hand() {
    let world = world_of(include_str!("../tables/cited.json"));
    let styles = [
        ("chicago", CitationStyle::Chicago),
        ("chicago-notes", CitationStyle::ChicagoNotes),
        ("apa", CitationStyle::Apa),
        ("mla", CitationStyle::Mla),
        ("harvard", CitationStyle::Harvard),
    ];
    let lines = include_str!("../tables/citations.txt").lines();
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(lines.len() >= 40, "{}", lines.len());
    let mut wrong = String::new();
    for line in lines {
        let [style, id, expected] = line.splitn(3, '|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let (_, style_of) = *styles.iter().find(|(name, _)| *name == style).expect(style);
        let cited = Cited::find(&world.dataset, id).expect(id);
        let is = cite_in_style(&world.dataset, &[cited], style_of).concat();
        if is != expected {
            wrong.extend([style, " ", id, "\n  is       ", &is, "\n  expected ", expected, "\n"]);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn run(args: &[&str]) -> RunOutput {
    Command::new(env!("CARGO_BIN_EXE_treaty-timeline")).args(args).args(["--lang", "en"]).output().unwrap()
}

fn said(output: &RunOutput) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

#[test]
fn convert_says_what_it_read_what_it_wrote_and_what_was_lost() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let table = at("table.csv");
    std::fs::write(
        &table,
        "date,title,treaty,type\n1987-12-08,INF signed,INF,signed\n1988-06-01,In force,INF,\n",
    )
    .unwrap();
    let output = run(&["convert", &table, &at("out.ics")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("2 events") && said(&output).contains("iCalendar"), "{}", said(&output));
    assert!(std::fs::read_to_string(at("out.ics")).unwrap().contains("DTSTART;VALUE=DATE:19871208"));
    let output = run(&["convert", &table, &at("tables")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(folder.path().join("tables/events.csv").is_file());
    assert_eq!(
        run(&["convert", &table, &at("tables")]).status.code(),
        Some(1),
        "the folder is there already"
    );
    for (args, code, words) in [
        (vec!["convert", &table, &at("out.docx")], 1, "says no format"),
        (vec!["convert", &at("nothing.csv"), &at("out.json")], 1, "nothing.csv"),
        (vec!["convert", &table, &at("out.json"), "--to", "gedcom"], 2, "possible values"),
        (vec!["convert", &table, &at("out.json"), "--mapping", &table], 1, "line 1"),
        (vec!["convert", &table], 2, "<OUT>"),
    ] {
        let args: Vec<&str> = args.iter().map(|arg| -> &str { arg }).collect();
        let output = run(&args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", said(&output));
        assert!(said(&output).contains(words), "{args:?}: {}", said(&output));
    }
    let broken = at("broken.json");
    std::fs::write(&broken, "{").unwrap();
    assert_eq!(run(&["convert", &broken, &at("none.json")]).status.code(), Some(1));
    assert!(!folder.path().join("none.json").exists(), "nothing is written of a file with errors");
    let help = said(&run(&["convert", "--help"]));
    assert!(help.contains("Examples:") && help.contains("timelinejs"), "{help}");
}

#[test]
fn cite_prints_the_forms_that_programs_read() {
    let text = run(&["cite", "INF", "INF-terminated"]);
    assert_eq!(text.status.code(), Some(0));
    assert_eq!(said(&text).lines().count(), 2, "{}", said(&text));
    assert!(
        said(&text).contains("8 December 1987") && said(&text).contains("2 August 2019"),
        "{}",
        said(&text)
    );
    let csl = run(&["cite", "INF", "--format", "csl-json"]);
    let csl: Value = serde_json::from_slice(&csl.stdout).unwrap();
    assert_eq!(csl[0]["id"], "INF");
    for style in ["chicago", "chicago-notes", "apa", "mla", "harvard"] {
        let styled = run(&["cite", "INF", "INF-terminated", "--style", style]);
        assert_eq!(styled.status.code(), Some(0), "{style}: {}", said(&styled));
        let text = said(&styled);
        assert_eq!(text.lines().count(), 2, "{style}: {text}");
        assert!(text.contains("1987") && text.contains("2019"), "{style}: {text}");
    }
    assert_eq!(run(&["cite", "INF", "--style", "apa", "--format", "ris"]).status.code(), Some(2));
    let unknown = run(&["cite", "nonsense"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(said(&unknown).contains("has the id \"nonsense\""), "{}", said(&unknown));
}

#[test]
fn the_window_saves_what_the_filter_leaves_and_says_what_the_format_lost() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = ScriptedDialogs(Arc::new(Mutex::new(Some(folder.path().to_owned()))));
    let mut window = app_at_pace(&dialogs);
    let treaty: TreatyId = window.state().session().world.dataset.find_treaty("INF").unwrap();
    window.state_mut().apply_command(SessionCommand::Filter(FilterCommand::Toggle(Facet::Treaty(treaty))));
    window.run();
    let saved =
        |app: &App| app.session().status_message.as_ref().is_some_and(|said| said.starts_with("Saved "));
    for (action, file) in [
        (Action::SaveJson, "test-excerpt.json"),
        (Action::SaveVis, "test-vis.json"),
        (Action::SaveMarkdown, "test.md"),
    ] {
        window.state_mut().apply_command(SessionCommand::Do(action));
        run_until(&mut window, "the file is written", saved);
        assert!(folder.path().join(file).is_file(), "{file}");
    }
    let part = world_of(&std::fs::read_to_string(folder.path().join("test-excerpt.json")).unwrap());
    assert_eq!(part.dataset.treaties().len(), 1);
    let shown = window.state().session().world.dataset.events_of(treaty).len();
    assert_eq!(part.dataset.events().len(), shown);
    window.state_mut().apply_command(SessionCommand::Do(Action::SaveCalendar));
    run_until(&mut window, "the calendar is written", |app| {
        let said = app.session().status_message.as_ref();
        said.is_some_and(|said| said.contains("iCalendar cannot hold"))
    });
}

#[test]
fn of_a_multi_selection_a_chronology_is_made_alone() {
    use treaty_timeline::session::{Preferences, Session};
    use treaty_timeline::timeline::Subject;
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), None);
    session.selection.several =
        vec![Subject::Event(EventId::new(3)), Subject::Statement(StatementId::new(0))];
    let excerpt = session.subset_for(DataFormat::Html);
    assert_eq!(excerpt.events().collect::<Vec<_>>(), [EventId::new(3)]);
    assert_eq!(excerpt.statements().collect::<Vec<_>>(), [StatementId::new(0)]);
    assert!(session.subset_for(DataFormat::Native).is_whole());
}

#[test]
fn a_style_of_a_file_words_citations_and_a_broken_one_is_said_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let style = folder.path().join("mine.csl");
    let cite = |text: &str| {
        std::fs::write(&style, text).unwrap();
        let program = env!("CARGO_BIN_EXE_treaty-timeline");
        let mut program = std::process::Command::new(program);
        program.env("LC_ALL", "C").env_remove("LANGUAGE").args(["cite", "INF", "--style"]).arg(&style);
        let output = program.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<style xmlns=\"http://purl.org/net/xbiblio/csl\" \
                class=\"note\" version=\"1.0\">\n<info><title>Mine</title><id>mine</id>\
                <updated>2026-01-01T00:00:00+00:00</updated></info>\n";
    let layout = "<citation><layout><text variable=\"title\" prefix=\"The work: \"/></layout></citation>\n";
    let (code, said, problem) = cite(&format!("{head}{layout}</style>"));
    assert_eq!(code, Some(0), "{problem}");
    assert!(said.starts_with("The work: "), "{said}");
    let (code, said, problem) = cite(&format!("{head}{layout}</stile>"));
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert!(problem.contains("mine.csl") && problem.contains("line 5"), "{problem}");
}
