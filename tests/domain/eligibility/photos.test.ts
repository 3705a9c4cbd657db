import {
  isPaperOf,
  paperPath,
  requireOwnPhotos,
  requirePhotos,
  uploadIdIn,
  withRefused,
} from '../../../cloudfunctions/_domain/eligibility/photos'
import { photoBytes } from '../../../types/limits'
import { anApplication, anUpload, aPhoto, NOW } from '../builders'

const photo = aPhoto()
const upload = anUpload()
const caller = {
  elderId: 'e-wang',
  openid: upload.openid,
  now: NOW,
  environment: photo.fileId.split('/')[2]?.split('.')[0] ?? '',
}

describe('requireOwnPhotos', () => {
  it('takes what the caller put where the cloud had told them to', () => {
    expect(uploadIdIn(photo.path)).toBe('photo-001')
    expect(() => requireOwnPhotos([photo], [upload], caller)).not.toThrow()
    expect(() => requireOwnPhotos([], [], caller)).not.toThrow()
  })

  it.each([
    ['a place that nobody was given', photo, null, caller],
    ['another place', photo, { ...upload, path: 'applications/e-wang/photo-002.jpg' }, caller],
    ['another elder', photo, { ...upload, elderId: 'e-liu' }, caller],
    ['somebody else’s photo', photo, upload, { ...caller, openid: 'o-other' }],
    ['a place that was given up', photo, { ...upload, at: '2026-11-18T15:59:59.000Z' }, caller],
    ['another environment', photo, upload, { ...caller, environment: 'elsewhere' }],
    [
      'an environment whose name begins alike',
      photo,
      upload,
      { ...caller, environment: caller.environment.slice(0, -1) },
    ],
    [
      'another file in storage',
      { ...photo, fileId: photo.fileId.replace('photo-001', 'photo-002') },
      upload,
      caller,
    ],
  ])('refuses %s', (_case, document, given, by) => {
    expect(() => requireOwnPhotos([document], [given], by)).toThrow('DOCUMENT_MISSING')
  })

  it('refuses all of them for one', () => {
    expect(() => requireOwnPhotos([photo, photo], [upload, null], caller)).toThrow('DOCUMENT_MISSING')
  })
})

describe('requirePhotos', () => {
  const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
  const heic = Buffer.from('\0\0\0\x18ftypheic', 'latin1')
  const papers = ['身份证', '户口簿', '身份证'].map((label) => ({ label }))

  it('takes photos, and none at all', () => {
    expect(() => requirePhotos(papers, [jpeg, jpeg, jpeg])).not.toThrow()
    expect(() => requirePhotos([], [])).not.toThrow()
  })

  it('takes what was looked at before', () => {
    expect(() => requirePhotos(papers, [null, jpeg, null])).not.toThrow()
  })

  it('takes a photo as large as one that leaves a phone, and none that is larger', () => {
    const ofSize = (size: number) => Buffer.concat([jpeg], size)
    expect(() => requirePhotos([{ label: '身份证' }], [ofSize(photoBytes)])).not.toThrow()
    expect(() => requirePhotos([{ label: '身份证' }], [ofSize(photoBytes + 1)])).toThrow('NOT_A_PHOTO')
  })

  it('names every one that is none', () => {
    const wrong = { code: 'NOT_A_PHOTO', detail: { nths: ['1', '2'], labels: ['身份证', '户口簿'] } }
    expect(() => requirePhotos(papers, [heic, new Uint8Array(), jpeg])).toThrow(
      expect.objectContaining(wrong),
    )
  })
})

it('a paper is known by its path, also one of an earlier round, and by no path that only begins or ends alike', () => {
  const path = paperPath('e-wang', 'abc')
  const fileId = `cloud://local-1.bucket/${path}`
  const [paper] = anApplication().documents
  const documents = [
    { ...paper, label: '身份证', at: NOW.toISOString(), by: '李敏', path: photo.path, fileId },
  ]
  expect(isPaperOf(anApplication({ documents }), path)).toBe(true)
  expect(isPaperOf(anApplication({ documents: [], replaced: [fileId] }), path)).toBe(true)
  expect(isPaperOf(anApplication({ documents }), photo.path)).toBe(false)
  expect(isPaperOf(anApplication({ documents }), 'wang/abc.jpg')).toBe(false)
})

describe('withRefused', () => {
  const [one, other] = [
    'cloud://env.bucket/papers/e-wang/one.jpg',
    'cloud://env.bucket/papers/e-wang/other.jpg',
  ]
  const paper = (fileId: string | null) => ({
    ...aPhoto(),
    label: '身份证',
    fileId,
    at: NOW.toISOString(),
    by: '李敏',
  })
  const application = anApplication({ documents: [paper(one), paper(other), paper(null)] })

  it('marks the photo and no other', () => {
    const { documents } = withRefused(application, other)
    expect(documents.map(({ isRefused }) => isRefused)).toEqual([undefined, true, undefined])
  })

  it.each([
    ['is not among them', 'cloud://env.bucket/papers/e-wang/third.jpg', application],
    ['is marked already', other, withRefused(application, other)],
  ])('is the same record where it %s', (_, fileId, known) => {
    expect(withRefused(known, fileId)).toBe(known)
  })
})
