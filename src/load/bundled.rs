//! The dataset of `data/`, compiled in so that the program works on its own: the record, with the depositaries' lists of
//! parties' acts joined to it.

/// The record without the lists.
const RECORD: &str = include_str!("../../data/arms-control.json");

/// The lists, each a file of its own: a record of the table `acts`.
const ACTS: &[&str] = &[
    include_str!("../../data/acts/ATT.json"),
    include_str!("../../data/acts/BANGKOK.json"),
    include_str!("../../data/acts/BWC.json"),
    include_str!("../../data/acts/CANWFZ-P.json"),
    include_str!("../../data/acts/CANWFZ.json"),
    include_str!("../../data/acts/CCM.json"),
    include_str!("../../data/acts/CFE.json"),
    include_str!("../../data/acts/CTBT.json"),
    include_str!("../../data/acts/CWC.json"),
    include_str!("../../data/acts/LTBT.json"),
    include_str!("../../data/acts/NPT.json"),
    include_str!("../../data/acts/OPENSKIES.json"),
    include_str!("../../data/acts/OTTAWA.json"),
    include_str!("../../data/acts/PELINDABA-P123.json"),
    include_str!("../../data/acts/PELINDABA.json"),
    include_str!("../../data/acts/RAROTONGA-P123.json"),
    include_str!("../../data/acts/RAROTONGA.json"),
    include_str!("../../data/acts/TLATELOLCO-P1P2.json"),
    include_str!("../../data/acts/TLATELOLCO.json"),
    include_str!("../../data/acts/TPNW.json"),
];

/// The name of the bundled dataset in messages.
pub const BUNDLED_NAME: &str = "arms-control.json";

/// The bundled dataset, one file of the native format: what a user saves of it has the lists too.
pub fn bundled() -> Vec<u8> {
    joined(RECORD, ACTS)
}

/// `record` with the lists in a table `acts` after its other fields. Their text stays as it is, so that problems have their
/// positions and nothing is read twice.
fn joined(record: &str, lists: &[&str]) -> Vec<u8> {
    let head = record.trim_end().strip_suffix('}').filter(|_| !lists.is_empty());
    let Some(head) = head else { return record.as_bytes().to_vec() };
    let length = head.len() + lists.iter().map(|list| list.len() + 2).sum::<usize>() + 16;
    let mut text = String::with_capacity(length);
    text.push_str(head.trim_end());
    text.push_str(",\n\"acts\": [");
    for (index, list) in lists.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(list.trim());
    }
    text.push_str("\n]\n}\n");
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined_to_a_record_and_without_any_it_stays_as_it_is() {
        let record = "{\"format\": \"treaty-timeline/1\",\n \"events\": []\n}\n";
        assert_eq!(joined(record, &[]), record.as_bytes());
        let text = joined(record, &["{\"treaty\": \"A\"}\n", "{\"treaty\": \"B\"}"]);
        let value: serde_json::Value = serde_json::from_slice(&text).unwrap();
        assert_eq!(value["acts"][1]["treaty"], "B");
        assert_eq!(value["events"], serde_json::json!([]));
    }

    #[test]
    fn the_bundled_dataset_is_the_record_and_every_list() {
        let value: serde_json::Value = serde_json::from_slice(&bundled()).unwrap();
        let record: serde_json::Value = serde_json::from_str(RECORD).unwrap();
        for (name, field) in record.as_object().unwrap() {
            assert_eq!(&value[name], field, "{name}");
        }
        assert_eq!(value["acts"].as_array().map_or(0, Vec::len), ACTS.len());
    }
}
