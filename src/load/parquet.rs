//! Tables in columns (Parquet) as text with tabs, through the parquet crate.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use calamine::Data;
use chrono::{DateTime, NaiveTime};
use parquet::basic::{LogicalType, TimeUnit};
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use parquet::schema::types::Type;

use super::refusal::Refusal;
use super::sheet_text::SheetText;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The table as text with tabs: the names of its columns, then its rows.
///
/// # Errors
/// [`Refusal::Parquet`] if it is damaged, encrypted, too large, or compressed with something that is not read here.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, Refusal> {
    // A damaged file may lead the library astray: that costs the file and not the program.
    let read = catch_unwind(AssertUnwindSafe(|| read(bytes)));
    read.ok().and_then(Result::ok).flatten().ok_or(Refusal::Parquet)
}

/// The text; `None` if there is too much of it.
fn read(bytes: Vec<u8>) -> Result<Option<String>, ParquetError> {
    let reader = SerializedFileReader::new(Bytes::from(bytes))?;
    let columns = reader.metadata().file_metadata().schema().get_fields();
    let mut text = SheetText::default();
    // The indices of the columns that somebody wrote, with the units of their moments.
    let written: Vec<(usize, Option<i64>)> = (0..)
        .zip(columns)
        .filter(|(_, column)| !is_index(column.name()))
        .map(|(index, column)| (index, ticks_per_second(column)))
        .collect();
    for (place, &(index, _)) in (0..).zip(&written) {
        if let Some(column) = columns.get(index) {
            text.put((0, place), &Data::String(column.name().to_owned()));
        }
    }
    for (row, record) in (1..).zip(reader.get_row_iter(None)?) {
        let record = record?;
        let fields: Vec<&Field> = record.get_column_iter().map(|(_, field)| field).collect();
        for (place, &(index, ticks)) in (0..).zip(&written) {
            if let Some(field) = fields.get(index) {
                text.put((row, place), &cell(field, ticks));
            }
        }
        if text.is_too_large() {
            return Ok(None);
        }
    }
    Ok(Some(text.into_text()))
}

/// Whether a column holds the numbers that pandas gives to rows: nobody wrote them.
fn is_index(name: &str) -> bool {
    name.strip_prefix("__index_level_").is_some_and(|rest| rest.ends_with("__"))
}

/// Of a column of moments: how many of its units are a second.
fn ticks_per_second(column: &Type) -> Option<i64> {
    match column.get_basic_info().logical_type_ref() {
        Some(LogicalType::Timestamp(of)) => Some(match of.unit {
            TimeUnit::MILLIS => 1_000,
            TimeUnit::MICROS => 1_000_000,
            TimeUnit::NANOS => 1_000_000_000,
        }),
        _ => None,
    }
}

/// A value as the cell of a spreadsheet that would hold it.
fn cell(field: &Field, ticks: Option<i64>) -> Data {
    match (field, ticks) {
        (Field::Null, _) => Data::Empty,
        (Field::Str(text), _) => Data::String(text.clone()),
        (Field::Long(value), Some(ticks)) => moment(value.div_euclid(ticks)),
        (Field::TimestampMillis(millis), _) => moment(millis.div_euclid(1_000)),
        (Field::TimestampMicros(micros), _) => moment(micros.div_euclid(1_000_000)),
        (Field::Date(days), _) => moment(i64::from(*days) * DAY),
        // Columns of whole numbers in which one is missing are written as fractions.
        (Field::Float(value), _) => Data::Float(f64::from(*value)),
        (Field::Double(value), _) => Data::Float(*value),
        (Field::Bytes(bytes), _) => Data::String(String::from_utf8_lossy(bytes.data()).into_owned()),
        (Field::ListInternal(list), _) => Data::String(list_text(list.elements())),
        (other, _) => Data::String(other.to_string()),
    }
}

/// The items of a list in one cell, as people write them there.
fn list_text(items: &[Field]) -> String {
    let texts: Vec<String> = items
        .iter()
        .filter(|item| !matches!(item, Field::Null))
        .map(|item| match cell(item, None) {
            Data::String(text) => text,
            other => other.to_string(),
        })
        .collect();
    texts.join("; ")
}

/// A moment in ISO 8601: a day, with its time if that is not midnight.
fn moment(secs: i64) -> Data {
    let Some(at) = DateTime::from_timestamp(secs, 0) else { return Data::Empty };
    let format = if at.time() == NaiveTime::MIN { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" };
    Data::String(at.format(format).to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use parquet::basic::Compression;
    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;

    use super::*;

    /// A table of two rows, of which the second has a title only.
    fn written(compression: Compression) -> Vec<u8> {
        let schema = "message table {
            REQUIRED BYTE_ARRAY title (STRING);
            OPTIONAL INT32 day (DATE);
            OPTIONAL DOUBLE year;
            OPTIONAL INT64 at (TIMESTAMP(NANOS, false));
        }";
        let schema = Arc::new(parse_message_type(schema).expect("it is a schema"));
        let options = Arc::new(WriterProperties::builder().set_compression(compression).build());
        let mut writer = SerializedFileWriter::new(Vec::new(), schema, options).expect("it is written");
        let mut rows = writer.next_row_group().expect("it is written");
        let titles = [ByteArray::from("The\tPact"), ByteArray::from("Nothing")];
        let mut column = rows.next_column().expect("it is written").expect("a column");
        column.typed::<ByteArrayType>().write_batch(&titles, None, None).expect("it is written");
        column.close().expect("it is written");
        let present = Some([1_i16, 0].as_slice());
        let mut column = rows.next_column().expect("it is written").expect("a column");
        column.typed::<Int32Type>().write_batch(&[-1], present, None).expect("it is written");
        column.close().expect("it is written");
        let mut column = rows.next_column().expect("it is written").expect("a column");
        column.typed::<DoubleType>().write_batch(&[1987.0], present, None).expect("it is written");
        column.close().expect("it is written");
        let mut column = rows.next_column().expect("it is written").expect("a column");
        let nanos = [1_500_000_000_000_000_000];
        column.typed::<Int64Type>().write_batch(&nanos, present, None).expect("it is written");
        column.close().expect("it is written");
        rows.close().expect("it is written");
        writer.into_inner().expect("it is written")
    }

    #[test]
    fn each_value_is_the_cell_that_a_spreadsheet_would_have() {
        for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::LZ4_RAW] {
            let text = text_of(written(compression)).expect("it is read");
            let expected = "title\tday\tyear\tat\nThe Pact\t1969-12-31\t1987\t2017-07-14T02:40:00\nNothing\n";
            assert_eq!(text, expected, "{compression}");
        }
    }

    #[test]
    fn a_damaged_file_is_refused_wherever_it_is_cut_or_changed() {
        let whole = written(Compression::SNAPPY);
        for end in 0..whole.len() {
            assert_eq!(text_of(whole[..end].to_vec()), Err(Refusal::Parquet), "cut at {end}");
        }
        for index in 0..whole.len() {
            let mut changed = whole.clone();
            changed[index] ^= 0x55;
            // Read or refused: it must end.
            let _either = text_of(changed);
        }
    }
}
