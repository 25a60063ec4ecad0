//! What titles and cells say without a column for it: types of events told by their titles, several parties in one cell.

use treaty_timeline::domain::{Dataset, EdtfDate, Nature, State};
use treaty_timeline::language::Language;
use treaty_timeline::load::{Loaded, load};

fn read(name: &str, text: &str) -> Loaded {
    load(name, text.as_bytes().to_vec(), &())
}

/// The events with their types and parties, in their order.
fn told(dataset: &Dataset) -> Vec<String> {
    let events = dataset.events().iter();
    events
        .map(|event| {
            let party = event.party.map_or("", |party| &*dataset.party(party).key);
            format!("{} {} {party}", event.date().text(), dataset.type_key(event.kind)).trim_end().to_owned()
        })
        .collect()
}

fn is_in_force(dataset: &Dataset, day: &str) -> bool {
    let day = EdtfDate::parse(day).unwrap().earliest();
    let treaty = dataset.find_treaty("lake-treaty").unwrap();
    matches!(dataset.whole_state_on(treaty, day), State::InForce)
}

/// What the report says of types.
fn said_of_types(loaded: &Loaded) -> Vec<String> {
    let problems = loaded.report.problems.iter().filter(|problem| problem.code == "types-read");
    problems.map(|problem| Language::English.explain(&problem.problem).message.clone()).collect()
}

#[test]
fn titles_tell_the_types_of_a_table_without_them_and_the_law_follows() {
    let text = "\
Date,Treaty,Event
1931-05-04,Lake Treaty,Signed in Geneva
1932-01-01,Lake Treaty,Ratified by France
1932-03-01,Lake Treaty,Entered into force
1935,Lake Treaty,A quarrel over its signature
1938-06-01,Lake Treaty,Expired
";
    let loaded = read("lakes.csv", text);
    let dataset = loaded.dataset.as_ref().unwrap();
    assert_eq!(
        told(dataset),
        [
            "1931-05-04 signed",
            "1932-01-01 ratified FRA",
            "1932-03-01 entered_into_force",
            "1935 other",
            "1938-06-01 expired"
        ]
    );
    assert_eq!(
        ["1931-12-01", "1933-01-01", "1939-01-01"].map(|day| is_in_force(dataset, day)),
        [false, true, false]
    );
    let said = said_of_types(&loaded);
    assert_eq!(said.len(), 1, "one line for all");
    assert!(said[0].starts_with("4 events were typed by their titles"), "{said:?}");
}

#[test]
fn the_same_in_russian_and_in_files_of_other_programs() {
    let table =
        "Дата;Договор;Событие\n04.05.1931;Озёрный пакт;Подписан\n01.03.1932;Озёрный пакт;Вступил в силу\n";
    let calendar = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Озёрный пакт\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19310504\r\nSUMMARY:Подписан\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19320301\r\nSUMMARY:Вступил в силу\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let lines = "# Озёрный пакт\n1931-05-04: Подписан\n1932-03-01: Вступил в силу\n";
    let slides = r#"{"events":[{"start_date":{"year":1931,"month":5,"day":4},"group":"Озёрный пакт","text":{"headline":"Подписан"}},
        {"start_date":{"year":1932,"month":3,"day":1},"group":"Озёрный пакт","text":{"headline":"Вступил в силу"}}]}"#;
    for (name, text) in [("a.csv", table), ("a.ics", calendar), ("a.mw", lines), ("a.json", slides)] {
        let loaded = read(name, text);
        let dataset = loaded.dataset.as_ref().unwrap_or_else(|| panic!("{name}: {}", loaded.report));
        assert_eq!(told(dataset), ["1931-05-04 signed", "1932-03-01 entered_into_force"], "{name}");
        assert_eq!(dataset.treaties()[0].nature, Nature::Treaty, "{name}");
        assert_eq!(said_of_types(&loaded).len(), 1, "{name}");
    }
}

#[test]
fn titles_tell_nothing_in_a_lane_that_is_no_treaty_or_where_a_type_is_given() {
    let loaded =
        read("films.csv", "Date,Topic,Event\n1931-05-04,Films,Signed\n1932,Films,Entered into force\n");
    let dataset = loaded.dataset.as_ref().unwrap();
    assert_eq!(told(dataset), ["1931-05-04 other", "1932 other"]);
    assert_eq!(dataset.treaties()[0].nature, Nature::Topic);
    assert!(said_of_types(&loaded).is_empty());
    let text =
        "Date,Treaty,Type,Event\n1931-05-04,Lake Treaty,Ceremony,Signed\n1932,Lake Treaty,,A quarrel\n";
    let loaded = read("typed.csv", text);
    assert_eq!(told(loaded.dataset.as_ref().unwrap()), ["1931-05-04 Ceremony", "1932 other"]);
}

#[test]
fn a_cell_with_several_parties_is_each_of_them_and_who_is_unknown_is_listed() {
    let text = "\
Date,Treaty,Type,Event,Party
1931-05-04,Lake Treaty,Signed,Signed,USA and USSR
1932-01-01,Lake Treaty,Ratified,Ratified,\"US, UK, USSR\"
1932-03-01,Lake Treaty,Entry into force,In force,США и СССР
1933,Lake Treaty,Meeting,A meeting,USA; Ruritania
1934,Lake Treaty,Meeting,Another,
1935,Lake Treaty,Meeting,A third,
1936,Lake Treaty,Meeting,A fourth,
";
    let loaded = read("lakes.csv", text);
    let dataset = loaded.dataset.as_ref().unwrap();
    assert_eq!(
        told(dataset),
        [
            "1931-05-04 signed USA",
            "1931-05-04 signed SUN",
            "1932-01-01 ratified USA",
            "1932-01-01 ratified GBR",
            "1932-01-01 ratified SUN",
            "1932-03-01 entered_into_force",
            "1933 meeting",
            "1934 meeting",
            "1935 meeting",
            "1936 meeting",
        ]
    );
    let names: Vec<&str> = dataset.parties().iter().map(|party| &*party.key).collect();
    assert_eq!(names, ["USA", "SUN", "GBR", "ruritania"]);
    assert!(loaded.report.to_string().contains("keeps its name: Ruritania"), "{}", loaded.report);
    let meeting = dataset.events().iter().find(|event| &*event.title == "A meeting").unwrap();
    assert_eq!(
        meeting.fields.iter().map(|field| (&*field.name, &*field.text)).collect::<Vec<_>>(),
        [("Party", "USA; Ruritania")]
    );
}

#[test]
fn two_who_sign_alone_sign_the_treaty_as_a_whole() {
    let text = "Date,Treaty,Event,Party\n1931-05-04,Lake Treaty,Signed,США и СССР\n1932-03-01,Lake Treaty,Entered into force,\n";
    let loaded = read("lakes.csv", text);
    let dataset = loaded.dataset.as_ref().unwrap();
    assert_eq!(told(dataset), ["1931-05-04 signed", "1932-03-01 entered_into_force"]);
    let parties = &dataset.treaties()[0].parties;
    assert_eq!(parties.iter().map(|&party| &*dataset.party(party).key).collect::<Vec<_>>(), ["USA", "SUN"]);
}

#[test]
fn a_table_of_acts_may_name_several_states_in_a_cell() {
    let text = "Treaty,State,Action,Date\nLake Treaty,USA and USSR,signature,1931-05-04\nLake Treaty,\"France, Italy\",ratification,1932\n";
    let loaded = read("acts.csv", text);
    assert_eq!(
        told(loaded.dataset.as_ref().unwrap()),
        ["1931-05-04 signed SUN", "1931-05-04 signed USA", "1932 ratified FRA", "1932 ratified ITA"]
    );
}
