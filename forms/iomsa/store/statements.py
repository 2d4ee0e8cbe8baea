"""The statements that read and write one table of records, made from its description."""

from __future__ import annotations

from iomsa.store.schema import Table


def primary(table: Table) -> tuple[str, ...]:
    """Name the columns of the table's key."""
    return ("period", *table.keys)


def select(table: Table) -> str:
    """Read a period's rows: the table's own keys (an empty text where it has none), then the columns; by key."""
    columns = (*(table.keys or ("''",)), *table.columns)
    return " ".join(
        ("SELECT", ", ".join(columns), "FROM", table.name, "WHERE period = ? ORDER BY", ", ".join(primary(table)))
    )


def select_keys(table: Table) -> str:
    """Read the keys of a period's rows."""
    return " ".join(("SELECT", ", ".join(primary(table)), "FROM", table.name, "WHERE period = ?"))


def upsert(table: Table) -> str:
    """Put one row, new or changed. REPLACE would fire no delete trigger, and the trail would miss what was there."""
    names = (*primary(table), *table.columns)
    values, changes = ", ".join("?" * len(names)), ", ".join(f"{name} = excluded.{name}" for name in table.columns)
    into = f"INTO {table.name} ({', '.join(names)}) VALUES ({values})"
    return f"INSERT {into} ON CONFLICT ({', '.join(primary(table))}) DO UPDATE SET {changes}"


def delete(table: Table) -> str:
    """Take the row of one key away."""
    return " ".join(("DELETE FROM", table.name, "WHERE", " AND ".join(f"{key} = ?" for key in primary(table))))
