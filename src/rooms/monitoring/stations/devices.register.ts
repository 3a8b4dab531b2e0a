import { choice, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Devices (接入设备): whatever sends signals, known by protocol and address. */
export const devices = defineRegister({
  id: 'devices',
  room: 'monitoring',
  label: { zh: '接入设备', en: 'Devices' },
  singular: { zh: '设备', en: 'Device' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    station: reference({ label: { zh: '所属站点', en: 'Station' }, register: 'stations', required: true }),
    protocol: choice({
      label: { zh: '协议', en: 'Protocol' },
      required: true,
      options: {
        hj212: { zh: 'HJ 212 环境监测', en: 'HJ 212 environment' },
        gb26875: { zh: 'GB/T 26875.3 消防', en: 'GB/T 26875.3 fire' },
        sl651: { zh: 'SL 651 水文', en: 'SL 651 hydrology' },
        jt808: { zh: 'JT/T 808 车辆', en: 'JT/T 808 vehicles' },
        mqtt: { zh: 'MQTT', en: 'MQTT' },
        http: { zh: 'HTTP', en: 'HTTP' },
        modbus: { zh: 'Modbus TCP', en: 'Modbus TCP' },
        feed: { zh: '部门平台', en: 'Platform of a department' },
      },
    }),
    deviceKey: text({
      label: { zh: '设备标识', en: 'Device key' },
      hint: { zh: '协议:地址，例如 hj212:Y80110010000010', en: 'protocol:address, e.g. hj212:Y80110010000010' },
      required: true,
      unique: true,
      maxLength: 120,
    }),
    proof: choice({
      label: { zh: '身份证明', en: 'Proof of identity' },
      hint: {
        zh: '不选即仅凭地址识别。密钥和口令在“接入设备”页设置，只能写入、不能读出',
        en: 'Left empty, the address alone identifies it. Keys and passwords are set on the page “Connected devices” and can be written, not read',
      },
      options: {
        address: { zh: '仅地址', en: 'Address only' },
        key: { zh: '共享密钥（报文中）', en: 'Shared key (in each frame)' },
        password: { zh: '账号口令（MQTT）', en: 'Account and password (MQTT)' },
        certificate: { zh: 'TLS 证书', en: 'TLS certificate' },
      },
    }),
    account: text({
      label: { zh: '设备账号', en: 'Account of the device' },
      maxLength: 60,
      when: { field: 'proof', is: ['password'] },
      listed: false,
    }),
    fingerprint: text({
      label: { zh: '证书指纹（SHA-256）', en: 'Fingerprint of the certificate (SHA-256)' },
      hint: {
        zh: '64 位小写十六进制，不带冒号：openssl x509 -noout -fingerprint -sha256',
        en: '64 lower-case hexadecimal digits without colons: openssl x509 -noout -fingerprint -sha256',
      },
      maxLength: 64,
      pattern: { source: '^[0-9a-f]{64}$', rule: { zh: '应为 64 位小写十六进制', en: 'must be 64 lower-case hexadecimal digits' } },
      when: { field: 'proof', is: ['certificate'] },
      listed: false,
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyOfficer'],
  },
  empty: { zh: '还没有设备。', en: 'No devices yet.' },
});
