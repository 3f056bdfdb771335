export { type ServerStartCode, ServerStartError } from './errors.ts'
export { removeOwnServer } from './remove.ts'
export { type OwnServer, type OwnServerOptions, startOwnServer } from './start.ts'
