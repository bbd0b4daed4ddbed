/** How php-fpm and nginx are set up: as fast as we could make them, by the means that their manuals name. */
import os from 'node:os';

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly script: string;
  /** Named only where the masters run as root, whose workers would otherwise be someone who may not enter the folder. */
  readonly user?: string;
}

/** Of one, two, four and sixteen for each core, two took the least processor time for a request. */
const WORKERS_PER_CORE = 2;
const workers = (): number => os.cpus().length * WORKERS_PER_CORE;

/** Static workers that never end, the contract and the compiled script kept in memory. */
export function fpmConfig({ folder, user }: Place): string {
  return `[global]
pid = ${folder}/fpm.pid
error_log = ${folder}/fpm.log
daemonize = no
[bench]
${user === undefined ? '' : `user = ${user}\n`}listen = ${folder}/fpm.sock
listen.backlog = 511
pm = static
pm.max_children = ${workers()}
pm.max_requests = 0
php_admin_value[opcache.enable] = 1
php_admin_value[opcache.validate_timestamps] = 0
php_admin_value[soap.wsdl_cache_enabled] = 1
php_admin_value[soap.wsdl_cache_dir] = ${folder}
php_admin_value[soap.wsdl_cache_ttl] = 86400
`;
}

export function nginxConfig({ folder, port, script, user }: Place): string {
  return `${user === undefined ? '' : `user ${user};\n`}daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  error_log ${folder}/nginx.log crit;
  keepalive_requests 1000000000;
  keepalive_timeout 60s;
  client_body_temp_path ${folder}/body;
  fastcgi_temp_path ${folder}/fastcgi;
  proxy_temp_path ${folder}/proxy;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    location = /soap/v1 {
      fastcgi_pass unix:${folder}/fpm.sock;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param CONTENT_TYPE $content_type;
      fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param SCRIPT_FILENAME ${script};
      fastcgi_param BENCH_SETTINGS ${folder}/settings.php;
    }
  }
}
`;
}

/** Read by status.php; being PHP, it is compiled once and kept. */
export function settingsFile(settings: {
  readonly database: string;
  readonly wsdl: string;
  readonly statements: Readonly<Record<string, string>>;
}): string {
  const { statements, ...rest } = settings;
  const list = Object.entries(statements).map(([name, text]) => `  '${name}' => ${quoted(text)},\n`);
  const names = Object.entries(rest).map(([name, text]) => `'${name}' => ${quoted(text)},\n`);
  return `<?php\nreturn [\n${names.join('')}'statements' => [\n${list.join('')}]];\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
