import { useEffect, useState } from 'react'
import './screen-mark.css'

const two = (n: number) => String(n).padStart(2, '0')
const minuteOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`

/** One tile of the pattern: two lines, on the slant. */
const tile = (mark: string, time: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="240"><g transform="rotate(-18 210 120)" font-family="sans-serif" font-size="14" fill="#1a1a1a" text-anchor="middle"><text x="210" y="116">${escaped(mark)}</text><text x="210" y="138">${time}　内部资料</text></g></svg>`
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** 屏幕水印: who, at which PC and when, faint over everything, so that a photograph of the screen says where it was taken. The mouse goes through it. */
export function ScreenMark({ mark }: { readonly mark: string }) {
  const [time, setTime] = useState(() => minuteOf(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setTime(minuteOf(new Date())), 10_000)
    return () => clearInterval(timer)
  }, [])
  const image = `url("data:image/svg+xml,${encodeURIComponent(tile(mark, time))}")`
  return <div className="screen-mark" aria-hidden data-mark={`${mark}　${time}`} style={{ backgroundImage: image }} />
}
