//! Tests of how columns are guessed.

use super::*;
use crate::load::table::table_of;

fn guessed(text: &str) -> String {
    let (_, table) = table_of("x.csv", text.to_owned(), None);
    let Guess { mapping, is_certain } = guess(&table);
    let roles: Vec<String> = mapping.roles.iter().map(|role| role.key()).collect();
    let header = mapping.header_row.map_or_else(|| "none".to_owned(), |row| row.to_string());
    let doubt = if is_certain { "" } else { " ?" };
    format!("{:?} {header}: {}{doubt}", mapping.shape, roles.join(" "))
}

#[test]
fn shapes_are_told_apart_by_headers_and_first_rows() {
    for (text, expected) in [
        (
            "Date,Event,Source\n1987-12-08,INF signed,a\n1988-06-01,In force,b\n",
            "Events 0: date title source",
        ),
        (
            "Treaty,Signed,In force,Ended\nINF,08/12/1987,01/06/1988,02/08/2019\nOpen Skies,24/03/1992,01/01/2002,\n",
            "Treaties 0: lane event:signed event:entered_into_force event:terminated",
        ),
        (
            "treaty,state,signature,ratification\nNPT,A,1968-07-01,1969-01-01\nNPT,B,1968-07-01,\nNPT,C,1968-07-02,1970-01-01\nCTBT,A,1996-09-24,\n",
            "Acts 0: lane party event:signed event:ratified",
        ),
        (
            "Entity,Code,Year,nuclear_weapons_stockpile\nRussia,RUS,1945,0\nRussia,RUS,1950,5\n",
            "Series 0: entity keep year value",
        ),
        ("Wann,Was\n1987,A\n1988,B\n", "Events 0: date title ?"),
        ("Дата;Событие;Кто;Цитата\n08.12.1987;Подписан;А;Слова\n", "Events 0: date title speaker quote"),
        // "Who" beside a column that is surely that of speakers is the party that acted.
        (
            "Date;Event;Treaty;Who;Quotation;Said by;Source\n2019-02-01;US suspends;INF;United States;Words;Mike Pompeo;State\n",
            "Events 0: date title lane party quote speaker source",
        ),
        ("Дата;Событие;Кто сказал;Кто\n2019-02-01;Подписан;А;Б\n", "Events 0: date title speaker party"),
        (
            "Date;Event;Country;Who;Speaker;Quote\n2019-02-01;Left;US;Trump;Pompeo;Words\n",
            "Events 0: date title party keep speaker quote",
        ),
        (
            "Date;Treaty;Type;Who;Quote;Said by\n2019-02-01;INF;signed;US;Words;Pompeo\n",
            "Events 0: date lane type party quote speaker",
        ),
        (
            "My treaties\n\n,,\nTreaty,Signed,In force\nINF,1987-12-08,1988-06-01\n",
            "Treaties 2: lane event:signed event:entered_into_force",
        ),
        (
            "treaty,state,action,date\nNPT,USA,SIG,1968-07-01\nNPT,USA,RAT,1970-03-05\nNPT,IND,ACC,1990-01-01\nBWC,USA,RAT,1975-03-26\n",
            "Acts 0: lane party type date",
        ),
        (
            "treatyID,Title,Beg,Signature,Force,End\nA1,One,1992-01-01,1992-01-01,1993?,9999-12-31\nB2,Two,1963-08..,1963-08..,NA,NA\nC3,Three,1970,1970,1971-03,1999-12-31\n",
            "Treaties 0: id lane keep event:signed event:entered_into_force end",
        ),
        ("3/4/1992,Signed here\n5/6/1993,In force there\n", "Events none: date title ?"),
        ("Date,Event\n3/4/1992,a\n", "Events 0: date title ?"),
    ] {
        assert_eq!(guessed(text), expected, "{text}");
    }
}
