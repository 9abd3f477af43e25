import { describe, expect, it } from 'vitest';
import { parseIni } from './parse-ini.js';

const read = (text: string) =>
  Object.fromEntries([...parseIni(text).sections].map(([name, section]) => [name, { ...section }]));

describe('a file of AWS’s configuration', () => {
  it('has sections of keys; comments, blanks and line ends of any system are no part of them', () => {
    const text =
      '\ufeff# c\r\n[ default ]\r\na = 1 # c\r\nb=x#y ; c\r\n\r\n[profile  "a b"]\r\nc = d = e\r\n';
    expect(read(text)).toEqual({
      default: { a: '1', b: 'x#y' },
      'profile a b': { c: 'd = e' },
    });
  });

  it('has keys in letters of any size, which end at = or :', () => {
    expect(read('[a]\nAWS_Access_Key_Id = X\nb: c=d\ne = f:g')).toEqual({
      a: { aws_access_key_id: 'X', b: 'c=d', e: 'f:g' },
    });
  });

  it('leaves the characters of comments to the shell in a command', () => {
    const command = "a 'b #c' ; d # e";
    expect(read(`[a] ; c\ncredential_process = ${command}\nregion = x # y`)).toEqual({
      a: { credential_process: command, region: 'x' },
    });
  });

  it('has keys of keys, which are indented', () => {
    const text = '[services s]\nnova_act =\n  endpoint_url = http://x\ns3 =\n  a = 1\nb = 2';
    expect(read(text)).toEqual({
      'services s': { 'nova_act.endpoint_url': 'http://x', 's3.a': '1', b: '2' },
    });
  });

  it('adds a section that comes twice, and leaves out what stands in none', () => {
    expect(read('x = 1\n[a]\nb = 1\n[a]\nc = 2\nno key\n= v')).toEqual({ a: { b: '1', c: '2' } });
  });

  it.each([
    ['[default\naws_access_key_id = X', 'line 1 begins a section and lacks its ]'],
    ['[profile a = b\nregion = x', 'line 1 begins a section and lacks its ]'],
    ['# c\n\nregion = x', 'line 3 stands in no section'],
    ['[a]\nb = 1\nsecret', 'line 3 is neither a [section] nor a key = value'],
    ['[a]\n= secret', 'line 2 is neither a [section] nor a key = value'],
    [Buffer.from('[a]\nb = 1', 'utf16le').toString(), 'line 1 is not UTF-8'],
    ['[a]\nb = 1\n  goes on\n\n; c\n', undefined],
  ])('says where %j is not as AWS’s tools write it, and no word of it', (text, fault) => {
    expect(parseIni(text).fault).toBe(fault);
  });

  it('takes names of objects for names', () => {
    expect(read('[__proto__]\ntoString = 1')['default']).toBeUndefined();
    expect(parseIni('[__proto__]\na = 1').sections.get('__proto__')).toMatchObject({ a: '1' });
  });
});
