import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that holds the product's package.json, with migrations/, presets/ and node_modules/
 * beside it. The code runs either from its source folders or bundled into .build/, so the way up
 * is walked, not counted.
 *
 * @param from where to begin the walk; the folder of this code unless a test says otherwise
 * @throws Error when no folder above `from` holds a package.json
 */
export const projectRoot = (from: string = import.meta.dirname): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error(`No package.json above ${from}`)
  }
}
