import { existsSync, readFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { writeWhole } from './durable.ts'
import type { Home } from './home.ts'
import { roleNames } from './roles.ts'

const megabyte = 2 ** 20

/** Bytes of memory this process may count on: the machine's, or the container's if that is less. */
export const availableMemory = (): number =>
  Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/** shared_buffers in MB for a host with `memory` bytes: an eighth, from 32 up to 128. */
export const sharedBuffers = (memory: number): number =>
  Math.max(32, Math.min(128, Math.floor(memory / megabyte / 8)))

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The file of an operator's own settings, read last; it is never written by the product. */
export const operatorSettings = 'operator.conf'

const operatorLine = (home: Home): string => {
  const file = join(home.path, operatorSettings)
  return existsSync(file) ? `include ${quote(file)}\n` : ''
}

// Messages are terse and without statements, so that no personal data reaches the log.
// After the death of one of its processes the server ends as a whole and the supervisor starts it
// anew. Left to start again within itself, PostgreSQL 18.4 waits for ever when its recovery is
// killed as well, as it is by a memory shortage or a full disk.
const settings = (home: Home, sockets: string, memory: number): string => `\
# 起動のたびに書き直されます。変更は ${operatorSettings} に書いてください。
# Written anew at every start; put changes into ${operatorSettings}.
include ${quote(join(home.cluster, 'postgresql.conf'))}
cluster_name = 'tsunagu'
listen_addresses = ''
unix_socket_directories = ${quote(sockets)}
unix_socket_permissions = 0700
port = 5432
hba_file = ${quote(join(home.path, 'pg_hba.conf'))}
password_encryption = 'scram-sha-256'
max_connections = 100
shared_buffers = ${sharedBuffers(memory)}MB
effective_cache_size = ${Math.floor(memory / megabyte / 2)}MB
work_mem = 8MB
maintenance_work_mem = 64MB
random_page_cost = 1.1
jit = off
fsync = on
full_page_writes = on
synchronous_commit = on
min_wal_size = 64MB
max_wal_size = 512MB
timezone = 'UTC'
log_timezone = 'UTC'
restart_after_crash = off
log_destination = 'stderr'
logging_collector = off
log_line_prefix = '%m [%p] '
log_min_messages = warning
log_min_error_statement = panic
log_error_verbosity = terse
log_checkpoints = off
${operatorLine(home)}`

// The superuser has no line, so nobody signs in as it.
const access = `local all ${Object.values(roleNames).join(',')} scram-sha-256\n`

// A start on a full disk must not fail for a file that would say the same as before.
const writeIfChanged = (file: string, text: string): void => {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  writeWhole(file, text, 0o644)
}

/**
 * Writes the server's settings for this host into the home, outside the account's reach.
 *
 * @param sockets the folder of the server's socket
 * @returns the path of the settings file
 */
export const writeSettings = (home: Home, sockets: string, memory: number): string => {
  const file = join(home.path, 'postgresql.conf')
  writeIfChanged(join(home.path, 'pg_hba.conf'), access)
  writeIfChanged(file, settings(home, sockets, memory))
  return file
}
