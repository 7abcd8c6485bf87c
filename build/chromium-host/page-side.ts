/** The binding through which a page speaks to the host. */
export const bindingName = '__chromiumHost'

/**
 * Runs in each page before its own scripts: gives the preload script its `electron` (contextBridge, ipcRenderer) and keeps the raw binding for itself.
 * Like Electron's own, it is for the main frame only. What crosses is JSON; a value that JSON would change is refused, so that a difference from Electron is loud.
 */
export const pageSide = (preload: string) => `(() => {
  if (window !== window.top) return
  const send = globalThis.${bindingName}
  const waiting = new Map()
  const listeners = new Map()
  let lastId = 0
  const plain = (key, value) => {
    if (value instanceof Map || value instanceof Set || value instanceof Date || ArrayBuffer.isView(value)) throw new TypeError('chromium-host carries JSON only')
    return value
  }
  const ipcRenderer = {
    invoke: (channel, ...args) => new Promise((resolve, reject) => {
      waiting.set(++lastId, { channel, resolve, reject })
      send(JSON.stringify({ id: lastId, channel, args }, plain))
    }),
    on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    removeListener: (channel, listener) => void listeners.set(channel, (listeners.get(channel) ?? []).filter(l => l !== listener)),
  }
  const contextBridge = { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }) }
  Object.defineProperty(globalThis, '${bindingName}', {
    value: message => {
      if ('push' in message) for (const listener of listeners.get(message.push) ?? []) listener({}, message.value)
      else {
        const { channel, resolve, reject } = waiting.get(message.id)
        waiting.delete(message.id)
        if ('error' in message) reject(new Error("Error invoking remote method '" + channel + "': " + message.error))
        else resolve(message.value)
      }
    },
  })
  const require = name => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error('module not found: ' + name)
  }
  ;((require, module, exports) => {
${preload}
  })(require, { exports: {} }, {})
})()`
