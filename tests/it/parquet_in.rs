//! Parquet files as pandas, Polars, `DuckDB` and pyarrow write them, opened as the same tables as a spreadsheet; broken ones.
//! The files in tests/data/parquet were written by these programs from invented rows.

use crate::common::loaded::summary;

use treaty_timeline::load::load;

const PANDAS: &[u8] = include_bytes!("../data/parquet/events-pandas.parquet");
const POLARS: &[u8] = include_bytes!("../data/parquet/events-polars.parquet");
const DUCKDB: &[u8] = include_bytes!("../data/parquet/treaties-duckdb.parquet");
const PYARROW: &[u8] = include_bytes!("../data/parquet/boats-pyarrow.parquet");
const BROTLI: &[u8] = include_bytes!("../data/parquet/boats-brotli.parquet");

#[test]
fn tables_in_columns_are_read_like_spreadsheets() {
    let files = [
        ("events-pandas.parquet", PANDAS),
        ("events-polars.parquet", POLARS),
        ("treaties-duckdb.parquet", DUCKDB),
        ("boats-pyarrow.parquet", PYARROW),
    ];
    let read =
        files.map(|(name, bytes)| format!("=== {name}\n{}", summary(&load(name, bytes.to_vec(), &()))));
    insta::assert_snapshot!("parquet", read.join("\n"));
}

#[test]
fn what_cannot_be_read_of_them_says_what_to_do() {
    let mut damaged = PANDAS.to_vec();
    damaged[40..400].fill(0x7f);
    let mut locked = DUCKDB.to_vec();
    let end = locked.len() - 4;
    locked[..4].copy_from_slice(b"PARE");
    locked[end..].copy_from_slice(b"PARE");
    let files = [
        ("cut.parquet", PANDAS[..PANDAS.len() / 2].to_vec()),
        ("damaged.parquet", damaged),
        ("brotli.parquet", BROTLI.to_vec()),
        ("beginning.parquet", b"PAR1".to_vec()),
        ("locked.parquet", locked),
    ];
    let read = files.map(|(name, bytes)| format!("=== {name}\n{}", summary(&load(name, bytes, &()))));
    insta::assert_snapshot!("parquet_refused", read.join("\n"));
}
