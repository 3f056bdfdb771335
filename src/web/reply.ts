/**
 * What goes out, before it becomes a response: every part of the shell adds its headers to one plain
 * object, which the server can send as it is.
 */
export type Reply = {
  readonly status: number
  readonly body: string | Uint8Array | ReadableStream<Uint8Array> | null
  readonly headers: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
}

/** The response of a reply, with `common` headers where the reply does not set its own. */
export const toResponse = (reply: Reply, common: Readonly<Record<string, string>>): Response => {
  const { status } = reply
  const plain = { ...common, ...reply.headers }
  // Bytes are a body to every platform; the type of the standard library asks for its own kind of buffer.
  const body = reply.body as BodyInit | null
  if (!reply.cookies?.length) return new Response(body, { status, headers: plain })
  const headers = new Headers(plain)
  for (const cookie of reply.cookies) headers.append('set-cookie', cookie)
  return new Response(body, { status, headers })
}
