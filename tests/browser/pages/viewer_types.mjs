// The viewer means what its types say: esbuild strips them without a look.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
try {
  execFileSync(process.execPath, [compiler, '-p', process.env.MAILLAGE_VIEWER], { encoding: 'utf8', stdio: 'pipe' });
} catch (error) {
  console.log(error.stdout);
  process.exit(1);
}
