/** What an action answers, before it is put into CKAN's envelope. */
export type Reply =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly status: 400 | 404 | 409; readonly error: Fault }
  /** CKAN answers an action that it does not know with a bare sentence. */
  | { readonly kind: 'unknown'; readonly action: string }

type Fault = { readonly __type: string } & Readonly<Record<string, unknown>>

export const resultOf = (result: unknown): Reply => ({ kind: 'result', result })

export const notFound: Reply = {
  kind: 'error',
  status: 404,
  error: { __type: 'Not Found Error', message: 'Not found' },
}

/** A parameter that is missing or wrong, by its name. */
export const invalid = (name: string, problem: string): Reply => ({
  kind: 'error',
  status: 409,
  error: { __type: 'Validation Error', [name]: [problem] },
})

export const badSearch = (problem: string): Reply => ({
  kind: 'error',
  status: 400,
  error: { __type: 'Search Query Error', message: `Search Query is invalid: '${problem}'` },
})

/** The answer as CKAN 2 sends it: `{help, success, result}` or `{help, success, error}`. */
export const envelope = (
  reply: Reply,
  help: string,
): { readonly status: number; readonly json: string } => {
  if (reply.kind === 'unknown')
    return {
      status: 400,
      json: JSON.stringify(`Bad request - Action name not known: ${reply.action}`),
    }
  if (reply.kind === 'error')
    return {
      status: reply.status,
      json: JSON.stringify({ help, error: reply.error, success: false }),
    }
  return { status: 200, json: JSON.stringify({ help, success: true, result: reply.result }) }
}
