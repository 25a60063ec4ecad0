//! What is done with the bytes of each fuzz target: nothing that is put in ends the program, and what comes out holds
//! together. `script/fuzz` runs them with coverage, `tests/it/fuzz_short.rs` runs them in the test suite.

mod readers;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use treaty_timeline::compare::compare;
use treaty_timeline::document::{Found, Haystack, MatchKind, read};
use treaty_timeline::domain::{Dataset, EdtfDate, Nature, Selector, TreatyId};
use treaty_timeline::extract::Names;
use treaty_timeline::language::{Language, english};
use treaty_timeline::load::{load, load_lanes, load_lanes_whole};
use treaty_timeline::records::{
    AboutRecord, Additions, SelectorRecord, SourceRecord, SpeakerRecord, StatementRecord,
};
use treaty_timeline::save::append;
use treaty_timeline::search::Query;
use treaty_timeline::session::{
    Command, LawCommand, Preferences, SearchCommand, SelectionCommand, Session, TableChoice, TableKind,
    TablesCommand, ViewCommand, World,
};

pub use readers::{
    archive, bibliography, calendar, json_formats, markwhen, patch, table, view_link, workbook, xml,
};

/// A target: what is done with some bytes.
pub type Target = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: [(&str, Target); 19] = [
    ("native", native),
    ("lanes", lanes),
    ("edtf", edtf),
    ("query", query),
    ("html", html),
    ("pdf", pdf),
    ("text", text),
    ("find", find),
    ("append_load", append_load),
    ("table", table),
    ("workbook", workbook),
    ("json_formats", json_formats),
    ("xml", xml),
    ("calendar", calendar),
    ("markwhen", markwhen),
    ("bibliography", bibliography),
    ("archive", archive),
    ("view_link", view_link),
    ("patch", patch),
];

/// A small invented dataset for what needs one.
const SMALL: &str = r#"{"format":"treaty-timeline/1","title":"Lakes","checked_on":"1940-01-01",
 "parties":[{"id":"NOR","name":"Northland"},{"id":"SOU","name":"Southland"}],
 "speakers":[{"id":"tallow","name":"Ida Tallow","native_name":"Ида Таллоу","country":"NOR"}],
 "sources":[{"id":"courier","title":"Northland Courier","lang":"en"}],
 "treaties":[{"id":"alpha","name":"Alpha Pact","aliases":["Пакт Альфа"],"category":"Airships","parties":["NOR","SOU"],
   "terms":{"withdrawal":{"notice":"P1Y","source":"courier"}}}],
 "events":[
  {"id":"signed","treaty":"alpha","type":"signed","title":"Signed at the lake","dates":[{"edtf":"1931-03","source":"courier"}]},
  {"id":"force","treaty":"alpha","type":"entered_into_force","title":"In force","dates":[{"edtf":"1932-06-01","source":"courier"}]},
  {"id":"notice","treaty":"alpha","type":"withdrawal_notified","party":"SOU","title":"Southland gives notice",
   "dates":[{"edtf":"1936-02-10","source":"courier"},{"edtf":"1936","source":"courier"}]}],
 "statements":[{"id":"said","quote":"A pact is a bridge, and one shore has let go of it.","lang":"en","speaker":"tallow",
   "role":"Minister","date":"1936-02-11","source":"courier","about":[{"event":"notice"}]}]}"#;

fn small() -> &'static Arc<World> {
    static WORLD: OnceLock<Arc<World>> = OnceLock::new();
    WORLD.get_or_init(|| {
        let loaded = load("small.json", SMALL.into(), &());
        let dataset = loaded.dataset.expect("it has no errors");
        Arc::new(World::new(dataset, loaded.report, "small.json".to_owned(), None))
    })
}

/// Something that is done in a session on the small dataset, in both languages.
fn in_both_languages(command: impl Fn() -> Command, check: impl Fn(&Session)) {
    thread_local! {
        static SESSIONS: RefCell<Vec<Session>> = const { RefCell::new(Vec::new()) };
    }
    SESSIONS.with_borrow_mut(|sessions| {
        if sessions.is_empty() {
            sessions.extend([Language::English, Language::Russian].map(|language| {
                let preferences = Preferences { language: Some(language), ..Preferences::default() };
                Session::new(Arc::clone(small()), preferences, None)
            }));
        }
        for session in sessions {
            session.apply(command());
            check(session);
        }
    });
}

/// A file in the native format: its report can be printed, what was read can be looked at on any day, and it does not
/// differ from itself.
pub fn native(bytes: &[u8]) {
    let loaded = load("fuzz.json", bytes.to_vec(), &());
    let _printed = loaded.report.to_string();
    let Some(dataset) = loaded.dataset else { return };
    assert!(compare(&dataset, &dataset).is_empty(), "a dataset differs from itself");
    hold_together(&dataset);
    look_at(World::new(dataset, loaded.report, "fuzz.json".to_owned(), None));
}

/// Every link leads somewhere, and what is asked of the law by day is what it answers in full.
fn hold_together(dataset: &Dataset) {
    for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
        // Law knows nothing of a topic.
        let is_topic = dataset.treaty(treaty).nature == Nature::Topic;
        for &event in dataset.events_of(treaty).iter().take(8).filter(|_| !is_topic) {
            let day = dataset.event(event).at();
            let answer = dataset.state_on(treaty, None, day).expect("of a whole treaty there is an answer");
            assert_eq!(answer.state, dataset.whole_state_on(treaty, day));
            for party in dataset.first_parties_on_record(treaty, 2) {
                let _answer = dataset.state_on(treaty, Some(party), day);
            }
        }
    }
    for event in dataset.events() {
        assert!(event.date().earliest() < event.date().end());
        assert!(event.links.iter().all(|link| link.to.index() < dataset.events().len()));
    }
}

/// What a reader does with a file first: looks at a day, at every table, for a word.
fn look_at(world: World) {
    let span = world.dataset.span();
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    for kind in TableKind::ALL {
        let choice = TableChoice { is_open: true, kind, ..TableChoice::default() };
        session.apply(Command::Tables(TablesCommand::Choose(choice)));
    }
    session.apply(Command::Search(SearchCommand::SetText("a".to_owned())));
    for day in span.into_iter().flat_map(|(first, last)| [first, first.midpoint(last), last]) {
        session.apply(Command::Law(LawCommand::SetDate(Some(day))));
    }
    session.apply(Command::Selection(SelectionCommand::SetTimeRange(span)));
    let counts = session.time_range_counts();
    assert!(counts.is_none_or(|counts| counts.hidden_events + counts.hidden_statements == 0));
    let place = session.saved_view();
    session.restore_view(&place);
    assert!(session.view.current.time.span.is_finite() && session.view.current.time.span > 0.0);
}

/// A lanes file: read in pieces or as a whole, and looked at.
pub fn lanes(bytes: &[u8]) {
    let mut reader = bytes;
    let pieces = load_lanes("fuzz.json", &mut reader, bytes.len() as u64, &()).expect("memory can be read");
    let whole = load_lanes_whole("fuzz.json", bytes, &());
    let _printed = whole.report.to_string();
    let Ok(loaded) = pieces else { return };
    let _printed = loaded.report.to_string();
    let Some(bulk) = loaded.bulk else { return };
    if let Some(whole) = whole.bulk {
        assert_eq!(bulk.len(), whole.len(), "in pieces it has another number of events than as a whole");
    }
    look_at(World::of_bulk(bulk, loaded.report, "fuzz.json".to_owned(), None));
}

/// A date: its bounds are in order, it is written and read again, and it is said in both languages.
pub fn edtf(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(date) = EdtfDate::parse(&text) else { return };
    assert_eq!(date.text(), text);
    assert!(date.earliest() < date.end(), "{text}: it ends before it begins");
    assert!((date.earliest()..date.end()).contains(&date.anchor()), "{text}: it is drawn outside of itself");
    assert!(date.earliest().date() <= date.latest_day().date() && date.latest_day() < date.end(), "{text}");
    for member in date.members() {
        assert!(date.earliest() <= member.earliest() && member.end() <= date.end(), "{text}: {member:?}");
    }
    assert!(!english::dates::date(&date).is_empty());
    in_both_languages(
        || Command::View(ViewCommand::GoToDate(date.clone())),
        |session| {
            assert!(
                session.status_message.as_ref().is_some_and(|notice| !notice.trim().is_empty()),
                "{text}"
            );
            let time = session.view.current.time;
            assert!(time.start.is_finite() && time.span.is_finite() && time.span > 0.0, "{text}: {time:?}");
        },
    );
}

/// A query: every hit is found once, and the search field says how it was read.
pub fn query(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let query = Query::parse(&text);
    let world = small();
    for hits in
        [world.search().find(&world.dataset, &query), world.search().find_partial(&world.dataset, &query)]
    {
        for (place, hit) in hits.iter().enumerate() {
            assert!(!hits[..place].contains(hit), "{text}: {hit:?} is found twice");
        }
    }
    in_both_languages(
        || Command::Search(SearchCommand::SetText(text.clone().into_owned())),
        |session| assert!(session.search.chosen == 0 || session.search.chosen < session.search.hits.len()),
    );
}

/// A page of the web.
pub fn html(bytes: &[u8]) {
    document(bytes, "page.html");
}

/// A PDF.
pub fn pdf(bytes: &[u8]) {
    document(bytes, "paper.pdf");
}

/// A text.
pub fn text(bytes: &[u8]) {
    document(bytes, "speech.txt");
}

/// A copy of a source: what is read of it is text, and what is found in it lies in it.
fn document(bytes: &[u8], name: &str) {
    let Ok(document) = read(bytes, name) else { return };
    let text = &document.text;
    assert!(!text.is_empty(), "a document without text is refused");
    let world = small();
    let reading = treaty_timeline::extract::read(text, &world.dataset, &Names::of(&world.dataset));
    let ranges = reading
        .quotations
        .iter()
        .map(|quotation| &quotation.range)
        .chain(reading.treaties.iter().map(|mention| &mention.range))
        .chain(reading.dates.iter().map(|mention| &mention.range));
    for range in ranges {
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
    }
    let _day = treaty_timeline::extract::day_of(text, &reading);
    let statement = world.dataset.statement(treaty_timeline::domain::StatementId::new(0));
    check_places(text, &statement.quote, &looked_for(text, &statement.quote));
}

fn looked_for(text: &str, exact: &str) -> Found {
    let selector = Selector { exact: exact.into(), prefix: "".into(), suffix: "".into() };
    treaty_timeline::document::find(&Haystack::new(text), &selector)
}

/// What is found of a quotation lies in the text, in order.
fn check_places(text: &str, exact: &str, found: &Found) {
    let Some(passage) = found.passage() else { return };
    assert!(text.get(passage.range.clone()).is_some_and(|words| !words.is_empty()), "{passage:?}");
    let mut at = passage.range.start;
    for part in &passage.parts {
        assert!(
            at <= part.start && part.end <= passage.range.end && text.get(part.clone()).is_some(),
            "{passage:?}"
        );
        at = part.end;
    }
    for difference in &passage.differences {
        assert!(text.get(difference.passage.clone()).is_some(), "{passage:?}");
        assert!(exact.get(difference.quote.clone()).is_some(), "{passage:?}");
    }
}

/// The search for quotations. The first two bytes choose a part of the text that the others are: a part of plain words,
/// between plain words, is found as it stands. What stands before the first line end is looked for in the rest.
pub fn find(bytes: &[u8]) {
    let [from, to, rest @ ..] = bytes else { return };
    let text = String::from_utf8_lossy(rest);
    let (quote, heap) = text.split_once('\n').unwrap_or((&*text, &*text));
    check_places(heap, quote, &looked_for(heap, quote));

    let words = words_of(&text);
    if words.is_empty() {
        return;
    }
    let (a, b) = (usize::from(*from) % words.len(), usize::from(*to) % words.len());
    let (first, last) = (a.min(b), a.max(b));
    let is_plain = |word: &Range<usize>| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'а'..='я' | 'А'..='Я');
        text.get(word.clone()).is_some_and(|word| !word.is_empty() && word.chars().all(is_letter))
    };
    // The words around belong to it: a hyphen or an accent there may change what is read.
    let around = &words[first.saturating_sub(1)..(last + 2).min(words.len())];
    if !around.iter().all(is_plain) {
        return;
    }
    let range = words[first].start..words[last].end;
    let slice = &text[range];
    let found = looked_for(&text, slice);
    check_places(&text, slice, &found);
    let passage = found.passage().unwrap_or_else(|| panic!("{slice:?} is not found in {text:?}"));
    // The same words may stand before it with other spaces between them, and then they are found.
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let there = &text[passage.range.clone()];
    assert!(passage.kind <= MatchKind::Normalised, "{slice:?} in {text:?}: {:?}", passage.kind);
    assert_eq!(squeezed(there), squeezed(slice), "in {text:?}");
    assert!(passage.kind == MatchKind::Exact || there != slice, "{slice:?} in {text:?}");
}

/// The parts of a text between spaces.
fn words_of(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in text.split(' ') {
        words.push(start..start + word.len());
        start += word.len() + 1;
    }
    words
}

/// A file without errors is added to, and is then a file without errors that has what was added.
pub fn append_load(bytes: &[u8]) {
    let before = load("fuzz.json", bytes.to_vec(), &());
    let Some(dataset) = before.dataset.filter(|_| before.report.errors == 0) else { return };
    let additions = additions(&dataset);
    // A file with a key twice may be read, and is not added to.
    let Ok((text, after)) = append("fuzz.json", bytes, &additions) else { return };
    assert_eq!(after.report.errors, 0, "{}\n{}", after.report, String::from_utf8_lossy(&text));
    let after = after.dataset.expect("it has no errors");
    assert_eq!(after.sources().len(), dataset.sources().len() + additions.sources.len());
    assert_eq!(after.speakers().len(), dataset.speakers().len() + additions.speakers.len());
    assert_eq!(after.statements().len(), dataset.statements().len() + additions.statements.len());
    assert_eq!(after.events().len(), dataset.events().len());
}

/// A source, a speaker, and words about the first event or treaty, if there is one.
fn additions(dataset: &Dataset) -> Additions {
    let (source, speaker) = (free("fuzz-source", dataset), free("fuzz-speaker", dataset));
    let event = dataset.events().first().map(|event| event.key.to_string());
    let treaty = dataset.treaties().first().filter(|_| event.is_none()).map(|treaty| treaty.key.to_string());
    let is_about = event.is_some() || treaty.is_some();
    let about = is_about.then(|| AboutRecord { event, treaty, ..AboutRecord::default() });
    let statement = StatementRecord {
        id: free("fuzz-statement", dataset),
        quote: "We «shall» keep our \"word\".".to_owned(),
        lang: "en".to_owned(),
        speaker: speaker.clone(),
        role: Some("Minister".to_owned()),
        date: "1936-02-11".to_owned(),
        source: Some(source.clone()),
        selector: Some(SelectorRecord {
            exact: "We «shall» keep our \"word\".".to_owned(),
            prefix: Some("She said: ".to_owned()),
            suffix: Some("\n".to_owned()),
            ..SelectorRecord::default()
        }),
        about: about.into_iter().collect(),
        ..StatementRecord::default()
    };
    Additions {
        sources: vec![SourceRecord {
            id: source,
            title: "An added source".to_owned(),
            lang: Some("en".to_owned()),
            sha256: Some("0".repeat(64)),
            ..SourceRecord::default()
        }],
        speakers: vec![SpeakerRecord {
            id: speaker,
            name: "Ann \"K\" Kay".to_owned(),
            ..SpeakerRecord::default()
        }],
        statements: vec![statement],
    }
}

/// An id that nothing in the dataset has.
fn free(id: &str, dataset: &Dataset) -> String {
    let is_used = |id: &str| {
        dataset.find_source(id).is_some()
            || dataset.find_statement(id).is_some()
            || dataset.speakers().iter().any(|speaker| &*speaker.key == id)
    };
    let mut free = id.to_owned();
    while is_used(&free) {
        free.push('-');
    }
    free
}
