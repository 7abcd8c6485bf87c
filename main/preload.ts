import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, Push } from '../shared/api/bridge.ts'

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  subscribe(listener) {
    const heard = (_event: unknown, push: Push) => listener(push)
    ipcRenderer.on('push', heard)
    return () => {
      ipcRenderer.removeListener('push', heard)
    }
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
