import { firstStatus } from './app/first-status.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startRouter } from './app/router.ts'
import './ui/ui.css'

const root = document.querySelector('#root')
startRouter()
if (root) createRoot(root).render(<App first={await firstStatus} />)
