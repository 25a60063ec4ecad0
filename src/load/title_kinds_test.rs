//! Tests of how titles tell what happened.

use super::*;

fn told(title: &str) -> String {
    let Some(TitleKind { kind, parties }) = kind_of_title(title, "Lake Treaty") else {
        return "-".to_owned();
    };
    std::iter::once(kind.key()).chain(parties.iter().map(|country| country.id)).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_title_that_leaves_no_doubt_tells_the_type_in_five_languages() {
    for (title, expected) in [
        ("Signed", "signed"),
        ("Lake Treaty signed", "signed"),
        ("The treaty is signed in Washington", "signed"),
        ("Signed by Reagan and Gorbachev", "signed"),
        ("Signed by the USA and the USSR", "signed USA SUN"),
        ("USA and USSR sign the Lake Treaty", "signed USA SUN"),
        ("Подписан", "signed"),
        ("Подписан в Москве", "signed"),
        ("США и СССР подписали договор", "signed USA SUN"),
        ("Signé à Paris", "signed"),
        ("Unterzeichnet in Moskau", "signed"),
        ("Firma del tratado", "signed"),
        ("Opened for signature at London, Moscow and Washington", "opened_for_signature"),
        ("Entered into force", "entered_into_force"),
        ("Treaty enters into force", "entered_into_force"),
        ("Entry into force for France", "entered_into_force FRA"),
        ("Вступил в силу", "entered_into_force"),
        ("Entrée en vigueur", "entered_into_force"),
        ("Tritt in Kraft", "entered_into_force"),
        ("Entra en vigor", "entered_into_force"),
        ("Ratified by the United States", "ratified USA"),
        ("Ratified by USA, UK and USSR", "ratified USA GBR SUN"),
        ("Ратифицирован СССР", "ratified SUN"),
        ("Россия ратифицировала договор", "ratified RUS"),
        ("Ratifié par la France", "ratified FRA"),
        ("Ratifiziert von Frankreich", "ratified FRA"),
        ("Ratificado por España", "ratified ESP"),
        ("France accedes to the treaty", "acceded FRA"),
        ("Russia withdrew", "withdrawal_effective RUS"),
        ("Withdrew from the Lake Treaty", "withdrawal_effective"),
        ("США вышли из договора", "withdrawal_effective USA"),
        ("United States announces its withdrawal", "withdrawal_announced USA"),
        ("Expired", "expired"),
        ("Estonia leaves", "withdrawal_effective EST"),
        ("Estonia withdraws from the treaty", "withdrawal_effective EST"),
        ("Эстония выходит из договора", "withdrawal_effective EST"),
        ("Lake Treaty ends", "terminated"),
        ("Договор утратил силу", "terminated"),
    ] {
        assert_eq!(told(title), expected, "{title}");
    }
}

#[test]
fn a_title_with_a_doubt_tells_nothing() {
    for title in [
        "",
        "Signed?",
        "Not signed",
        "Signed, not ratified",
        "Signing of the Protocol on Inspections",
        "Ratified by the Senate",
        "US Senate refuses to ratify",
        "Signed by President Bush",
        "Talks on entry into force",
        "Anniversary of the signing",
        "Russia threatens to withdraw",
        "United States withdraws its proposal",
        "Signed Executive Order 12",
        "Entry into force expected",
        "Terminated by the USA",
        "Estonia leaves the talks",
        "The USA ends the talks",
        "Withdrawal of one party",
        "Other Treaty signed",
        "Подписан закон о ратификации",
        "Вступил в силу частично",
    ] {
        assert_eq!(told(title), "-", "{title}");
    }
}

#[test]
fn treaties_are_known_by_their_names() {
    for name in ["Lake Treaty", "Озёрный договор", "Atomwaffensperrvertrag", "INF-Vertrag", "Traité de Paris"]
    {
        assert!(names_treaty(name), "{name}");
    }
    for name in ["Space", "My treaties", "Космос", ""] {
        assert!(!names_treaty(name), "{name}");
    }
}
