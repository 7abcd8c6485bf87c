/** The names of a table, as a choice of one of them is declared (`z.enum`). */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(table) as [K, ...K[]]
