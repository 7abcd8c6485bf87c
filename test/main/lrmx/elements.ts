import { expect } from 'vitest'

/** What another reader of XML makes of a file: every element by its path, with its attributes and its own text. */
export function elementsOf(xml: string): string[] {
  const document = new DOMParser().parseFromString(xml.replace(/^\ufeff/, ''), 'text/xml')
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined()
  const told = (node: Element, path: string): string[] => {
    const here = `${path}/${node.tagName}`
    const attributes = [...node.attributes].map(a => `${a.name}=${a.value}`)
    const text = [...node.childNodes].map(child => (child.nodeType === 3 || child.nodeType === 4 ? (child.nodeValue ?? '') : '')).join('')
    return [`${here} ${attributes.join(' ')}: ${text.replaceAll(/\r\n?/g, '\n').trim()}`, ...[...node.children].flatMap(child => told(child, here))]
  }
  return told(document.documentElement, '')
}
