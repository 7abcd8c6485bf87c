import type SQLite from 'better-sqlite3-multiple-ciphers'
import { IdentifierNode, Kysely, type KyselyPlugin, OperationNodeTransformer, type RootOperationNode, SqliteDialect, type TableNode } from 'kysely'
import type { Extent } from '../../shared/domain/ownership.ts'
import { connect, type Connections, remembering } from './open.ts'
import type { Database } from './schema.ts'
import { narrow } from './within.ts'

/** What lies within an extent: a reader of its own that sees nothing else, and for who writes the same through the writer. */
export interface Narrowed {
  readonly reader: SQLite.Database
  readonly reads: Kysely<Database>
  readonly writes: Kysely<Database>
  /** Whether a record of this kind lies within, asked of the writer. */
  sees(type: string, id: unknown): boolean
  close(): Promise<void>
}

/** The views by which the writer knows what lies within do not stand before the tables: these are what it writes. */
const prefix = 'within.'

/** Opens what a user with an extent may see of the file, beside the connections of the whole of it. */
export function narrowed(path: string, key: Uint8Array, { writer, writes }: Connections, extent: Extent, actor: string): Narrowed {
  const reader = connect(path, key, true)
  try {
    narrow(reader, extent, actor)
    reader.pragma('query_only = ON')
    const views = narrow(writer, extent, actor, prefix)
    const reads = new Kysely<Database>({ dialect: new SqliteDialect({ database: remembering(reader) }) })
    const asked = new Map<string, SQLite.Statement>()
    const sees = (type: string, id: unknown): boolean => {
      if (!views.has(type)) return true
      const statement = asked.get(type) ?? writer.prepare(`SELECT 1 FROM temp."${prefix}${type}" WHERE id = ?`)
      asked.set(type, statement)
      return statement.get(id) !== undefined
    }
    const close = async () => {
      await reads.destroy()
      reader.close()
    }
    return { reader, reads, writes: writes.withPlugin(throughViews(views)), sees, close }
  } catch (cause) {
    reader.close()
    throw cause
  }
}

/** Reads these tables through their views; what says its schema means the table. */
function throughViews(views: ReadonlySet<string>): KyselyPlugin {
  class Through extends OperationNodeTransformer {
    protected override transformTable(node: TableNode): TableNode {
      const { schema, identifier } = node.table
      if (schema || !views.has(identifier.name)) return node
      return { ...node, table: { ...node.table, schema: IdentifierNode.create('temp'), identifier: IdentifierNode.create(prefix + identifier.name) } }
    }
  }
  const through = new Through()
  return {
    transformQuery: ({ node }): RootOperationNode => through.transformNode(node),
    transformResult: async ({ result }) => result,
  }
}
