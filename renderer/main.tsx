import './ui/ui.css'
import { firstStatus } from './app/first-status.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startRouter } from './app/router.ts'
import { rootRule } from './ui/tokens.ts'

const colours = new CSSStyleSheet()
colours.replaceSync(rootRule)
document.adoptedStyleSheets = [colours]

const root = document.querySelector('#root')
startRouter()
if (root) createRoot(root).render(<App first={await firstStatus} />)
