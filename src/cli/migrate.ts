import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  about: 'Brings the database up to date. npm start does this by itself.',
  run: async ({ say, store }) => {
    // Opening the store migrates; saying so is all that is left to do.
    await store()
    say('The database is up to date.')
  },
}
