// What the directory counts: one row an organisation, in the order of names; every filter a column
// of small numbers. The file is made by macros/pages/directory_data.py.

/** The rows of a file, ready to be counted. */
export function prepare(file) {
  const n = file.keys.length;
  const filters = Object.entries(file.filters).map(([name, { values, rows }]) => ({
    name,
    values,
    ...column(rows),
  }));
  const byName = Uint32Array.from({ length: n }, (_, row) => row);
  const newest = byName.slice().sort((a, b) => file.newest[b] - file.newest[a] || a - b);
  return { ...file, n, filters, orders: { name: byName, newest } };
}

/** The numbers of all rows behind one another; those of a row go from its start to the next. */
function column(rows) {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((values, row) => (starts[row + 1] = starts[row] + values.length));
  return { starts, numbers: Uint16Array.from(rows.flat()) };
}

/** The values of a row in a filter. */
export function valuesOf(data, name, row) {
  const { values, starts, numbers } = data.filters.find((filter) => filter.name === name);
  return Array.from(numbers.subarray(starts[row], starts[row + 1]), (number) => values[number]);
}

/**
 * The rows that fit all choices, and how many each value would show, its own filter's choice left
 * out. `chosen` has the values chosen in each filter, `among` the rows to look at, in their order.
 */
export function answer(data, chosen, among) {
  const { filters } = data;
  const failed = filters.map((filter) => failing(filter, chosen[filter.name], data.n));
  const counts = filters.map(({ values }) => new Uint32Array(values.length));
  const rows = [];
  for (const row of among) {
    let missed = 0;
    for (const rows of failed) missed += rows[row];
    if (!missed) rows.push(row);
    for (let index = 0; index < filters.length; index++) {
      // A value counts what it would show: rows that no other filter leaves out.
      if (missed === failed[index][row]) count(filters[index], row, counts[index]);
    }
  }
  return { rows, counts: Object.fromEntries(filters.map(({ name }, i) => [name, counts[i]])) };
}

function count({ starts, numbers }, row, counts) {
  for (let at = starts[row]; at < starts[row + 1]; at++) counts[numbers[at]]++;
}

/** For each row 1 if values of a filter are chosen and it has none of them, else 0. */
function failing({ values, starts, numbers }, chosen, n) {
  const failed = new Uint8Array(n);
  if (!chosen.length) return failed;
  const wanted = values.map((value) => chosen.includes(value));
  failed.fill(1);
  for (let row = 0; row < n; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      if (wanted[numbers[at]]) failed[row] = 0;
    }
  }
  return failed;
}
