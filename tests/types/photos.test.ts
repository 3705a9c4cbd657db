import { pictureKind, TELLING_BYTES } from '../../types/photos'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('pictureKind', () => {
  it.each([
    ['a JPEG of a camera', '\xff\xd8\xff\xe1\x00\x10Exif\x00\x00', 'jpeg'],
    ['a JPEG of a canvas', '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01', 'jpeg'],
    ['a PNG', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'png'],
    ['a WebP', 'RIFF\n\x00\x0d\x00WEBPVP8 ', 'webp'],
    ['a HEIC of an iPhone', '\x00\x00\x00\x24ftypheic\x00\x00', 'heic'],
    ['a HEIF of another make', '\x00\x00\x00\x18ftypmif1', 'heic'],
    ['nothing', '', null],
    ['half of a mark', '\xff\xd8', null],
    ['a mark further on', ' \xff\xd8\xff\xe0', null],
    ['a PNG whose line ends were changed', '\x89PNG\n\x1a\n\x00\x00\x00\x00\r', null],
    ['a sound in a RIFF', 'RIFF\x24\x08\x00\x00WAVE', null],
    ['a film', '\x00\x00\x00\x20ftypisom', null],
    ['a GIF', 'GIF89a\x01\x00\x01\x00', null],
    ['a page', '<!DOCTYPE html><html>', null],
    ['a PDF', '%PDF-1.7\n', null],
  ])('of %s', (_, text, kind) => {
    expect(pictureKind(bytes(text))).toBe(kind)
    expect(pictureKind(bytes(text).subarray(0, TELLING_BYTES))).toBe(kind)
  })
})
