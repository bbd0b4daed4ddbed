import { clockAt } from '../../src/domain/shop-clock';

describe('the clock of a shop', () => {
  it.each([
    ['Europe/Warsaw', '2026-01-05T09:30:07Z', { date: '2026-01-05', time: '10:30:07', offset: '+01:00' }],
    ['Europe/Warsaw', '2026-07-05T22:30:00Z', { date: '2026-07-06', time: '00:30:00', offset: '+02:00' }],
    ['America/Sao_Paulo', '2026-01-05T01:00:00Z', { date: '2026-01-04', time: '22:00:00', offset: '-03:00' }],
    ['Asia/Kathmandu', '2026-01-05T00:00:00Z', { date: '2026-01-05', time: '05:45:00', offset: '+05:45' }],
    ['UTC', '2026-12-31T23:59:59Z', { date: '2026-12-31', time: '23:59:59', offset: '+00:00' }],
  ])('in %s at %s', (timezone, at, face) => {
    expect(clockAt(Date.parse(at), timezone)).toEqual(face);
  });

  it('shows the hour that comes twice with both its offsets', () => {
    const hour = (at: string) => clockAt(Date.parse(at), 'Europe/Warsaw');
    expect(hour('2026-10-25T00:30:00Z')).toEqual({ date: '2026-10-25', time: '02:30:00', offset: '+02:00' });
    expect(hour('2026-10-25T01:30:00Z')).toEqual({ date: '2026-10-25', time: '02:30:00', offset: '+01:00' });
  });
});
