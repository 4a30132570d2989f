import { expect, test } from 'vitest'
import { reachOf } from './address.ts'

test.each([
  '93.184.216.34',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.0.1',
  '172.32.0.1',
  '2606:4700::1111',
  '2001:4860:4860::8888',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s is public', (address) => expect(reachOf(address)).toBe('public'))

test.each(['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
  '%s is this machine',
  (address) => expect(reachOf(address)).toBe('loopback'),
)

test.each([
  ...[
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ],
  ...[
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
    '64:ff9b::a00:1',
    '64:ff9b:1::808:808',
    '::ffff:10.0.0.1',
    '::7f00:1',
  ],
])('%s is private', (address) => expect(reachOf(address)).toBe('private'))

test.each([
  '',
  'example.com',
  '256.1.1.1',
  '1.2.3',
  '0x7f.0.0.1',
  '017700000001',
  '2130706433',
  '1:2:3',
  '1::2::3',
  'g::1',
])('%j, which is no address, is private', (text) => expect(reachOf(text)).toBe('private'))
