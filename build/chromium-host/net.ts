import { type ClientRequest, request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** Requests of the main process itself go over Node's own stack. */
export const net = {
  request: ({ session: _session, redirect: _redirect, ...options }: RequestOptions & { session?: unknown; redirect?: string }): ClientRequest =>
    options.protocol === 'http:' ? httpRequest(options) : httpsRequest(options),
}
