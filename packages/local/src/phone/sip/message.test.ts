import { expect, test } from 'vitest'
import { authorization, headerOf, readMessage, readSdp, sdpOf, statusOf, uriOf, writeMessage } from './message.ts'

test('a message is read as it was written', () => {
  const body = sdpOf(4000, 96)
  const headers = [
    ['Via', 'SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK1'],
    ['To', '<sip:+15055550142@127.0.0.1>;tag=a:b'],
  ] as const
  const read = readMessage(writeMessage({ start: 'SIP/2.0 183 Session Progress', headers, body }))
  expect(read.headers.slice(0, 2)).toEqual(headers)
  expect(headerOf(read, 'content-length')).toBe(String(body.length))
  expect([statusOf(read), uriOf(headerOf(read, 'to'))]).toEqual([183, 'sip:+15055550142@127.0.0.1'])
  expect(readSdp(read.body)).toEqual({ port: 4000, events: 96 })
})

test('a challenge is answered as RFC 2069 has it in its example', () => {
  const challenge = 'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", algorithm=MD5'
  const login = { username: 'Mufasa', password: 'CircleOfLife' }
  expect(authorization(challenge, login, 'GET', '/dir/index.html')).toContain(
    'response="1949323746fe6a43ef61f9606e7febea"',
  )
})
