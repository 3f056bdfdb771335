import { Socket } from 'node:net'

/**
 * A socket that sends what is written in one turn of the event loop in one go: the beginning of a
 * transaction and its first queries are one packet and one call of the system instead of a dozen.
 */
export class GatheringSocket extends Socket {
  #gathering = false

  #gather(): void {
    if (this.#gathering) return
    this.#gathering = true
    this.cork()
    process.nextTick(() => {
      this.#gathering = false
      this.uncork()
    })
  }

  override connect(...args: unknown[]): this {
    super.connect(...(args as Parameters<Socket['connect']>))
    // Connecting gives the socket a `write` of its own; the one below is meant.
    Reflect.deleteProperty(this, 'write')
    return this
  }

  override write(...args: unknown[]): boolean {
    this.#gather()
    return super.write(...(args as Parameters<Socket['write']>))
  }
}
