import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  about: 'Brings the database up to date. npm start does this by itself.',
  run: async ({ say, migrate }) => {
    for (const name of await migrate()) say(`applied  ${name}`)
    say('The database is up to date.')
  },
}
