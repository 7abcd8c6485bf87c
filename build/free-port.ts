import { createServer } from 'node:net'

/** `preferred` if nobody listens there, else any free port of this machine. */
export async function freePort(preferred = 0): Promise<number> {
  return (await bind(preferred)) ?? (await bind(0)) ?? Promise.reject(new Error('no free port'))
}

function bind(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
