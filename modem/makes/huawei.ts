import { make } from './make.ts';

export const huawei = make({
  name: 'huawei',
  said: /huawei/i,
  usb: { vendorIds: ['12d1'], byIdName: 'HUAWEI', atInterface: 2 }, // PCUI
  // ^RSSI, ^MODE and the like every second otherwise ([L6]).
  setup: ['AT^CURC=0'],
  chatter: [
    '^RSSI:',
    '^HCSQ:',
    '^BOOT:',
    '^MODE:',
    '^DSFLOWRPT:',
    '^SRVST:',
    '^SIMST:',
    '^STIN:',
    '^NWTIME:',
    '^CSNR:',
    '^RSSILVL:',
  ],
  bootSigns: ['^BOOT:', '^SIMST:', '^STIN:', '^SRVST:'],
  errors: ['COMMAND NOT SUPPORT', 'TOO MANY PARAMETERS'],
  play: {
    manufacturer: 'huawei',
    model: 'E173',
    chatter: ['^RSSI:19', '^HCSQ:"WCDMA",30,30,58', '^DSFLOWRPT:00000010,00000000,00000000', '^MODE:5,4'],
    commands: {
      '^CURC': () => null,
      '^PORTSEL': () => null,
      // <code>,[<times>],<puk>,<pin>,<puk2>,<pin2>
      '^CPIN': ({ locked, pinTriesLeft }) => `^CPIN: ${locked === null ? 'READY' : 'SIM PIN'},,10,${pinTriesLeft},10,3`,
    },
    readsEmptyPlaces: true,
    memoryFull: (memory) => `^SMMEMFULL:"${memory}"`,
  },
});
