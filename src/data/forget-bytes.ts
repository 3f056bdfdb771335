import type { Database, Opening } from './database.ts'
import type { FileStore } from './files.ts'

/** How long bytes stay that nobody names: whoever keeps them again at that moment has their row by then. */
const restingMs = 86_400_000

const isNamedIn = (database: Database, opening: Opening, sha256: string): Promise<boolean> =>
  database.read(opening, async (scope) => {
    const row = await scope.db
      .selectFrom('files')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .where('sha256', '=', sha256)
      .where('purged_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  })

/**
 * Opens the way by which bytes leave the store. Bytes are kept once for the whole installation, so every city is
 * asked whether a file of its own still names them; each is asked within its own wall.
 */
export const openForgetting =
  (database: Database, files: FileStore, openingOf: (city: Opening['city']) => Opening) =>
  async (sha256s: readonly string[], now: Date): Promise<void> => {
    const cities = await database.readPublic((db) =>
      db.selectFrom('cities').select(['id', 'slug']).orderBy('id').execute(),
    )
    const isNamed = async (sha256: string): Promise<boolean> => {
      for (const city of cities) if (await isNamedIn(database, openingOf(city), sha256)) return true
      return false
    }
    const before = new Date(now.getTime() - restingMs)
    for (const sha256 of sha256s) await files.forget(sha256, { before, isNamed })
  }
