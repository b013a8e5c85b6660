import { launchInspector } from '../e2e/chromium/harness/inspector';
import { startMockApi } from '../mock-api/index';
const api = await startMockApi();
const inspector = await launchInspector({ extensionDir: '.output/chrome-mv3', api });
try {
  api.addPage('/page', '<!doctype html><title>x</title>');
  const page = await inspector.openPage('https://app.example.com/page');
  const { panel } = await inspector.openDevtools(page);
  const busy = async (s: any) => { await s.send('Performance.enable'); const { metrics } = await s.send('Performance.getMetrics'); return metrics.find((m: any) => m.name === 'TaskDuration').value; };
  await new Promise((d) => setTimeout(d, 3000));
  const p = (page as any).session ?? page;
  const a = await busy(panel); const b = p.send ? await busy(p) : 0; const t = performance.now();
  const c0 = await import('node:child_process').then(c => c.execSync("ps -eo pid,time,args | grep '[c]hromium' | awk '{split($2,a,\":\"); s+=a[1]*3600+a[2]*60+a[3]} END {print s}'").toString());
  await new Promise((d) => setTimeout(d, 20000));
  const c1 = await import('node:child_process').then(c => c.execSync("ps -eo pid,time,args | grep '[c]hromium' | awk '{split($2,a,\":\"); s+=a[1]*3600+a[2]*60+a[3]} END {print s}'").toString());
  const dt = (performance.now() - t) / 1000;
  console.log('panel thread', ((await busy(panel)) - a) / dt, 'page thread', p.send ? ((await busy(p)) - b) / dt : '-', 'cpu s of all chromium', Number(c1) - Number(c0), 'in', dt);
} finally { await inspector.close(); await api.close(); }
