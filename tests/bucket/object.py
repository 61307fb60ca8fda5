"""A key of a bucket into its bytes, and back, without diptych: `object.py SERVICE ENDPOINT GET|HEAD|PUT|DELETE|LIST|ALL KEY`.

Bytes come from the standard input and go to the standard output; `LIST` names all
keys, `ALL` gives the bytes of all. The bucket is `careers`, for Azure with the folder `jobs`;
credentials are in the environment, under the names that diptych reads.
"""

import base64
import hashlib
import hmac
import os
import sys
import urllib.parse
import urllib.request
from email.utils import formatdate
from xml.etree import ElementTree

service, endpoint, method, key = sys.argv[1:]


def ask(method, address, headers=(), data=None):
    request = urllib.request.Request(address, method=method, data=data, headers=dict(headers))
    return urllib.request.urlopen(request).read()


def s3(method, key, data=None):
    import boto3  # moto brings it.

    bucket = boto3.resource('s3', endpoint_url=endpoint, region_name='us-east-1').Bucket('careers')
    if method == 'LIST':
        return [found.key for found in bucket.objects.all()]
    if method == 'PUT':
        return bucket.put_object(Key=key, Body=data)
    if method == 'DELETE':
        return bucket.Object(key).delete()
    if method == 'HEAD':
        return f'{bucket.Object(key).content_type}\n{bucket.Object(key).cache_control}\n'.encode()
    return bucket.Object(key).get()['Body'].read()


def azure(method, key, data=None):
    account = os.environ['AZURE_STORAGE_ACCOUNT']
    date, version = formatdate(usegmt=True), '2021-08-06'
    path, query, lines = f'/careers/jobs/{urllib.parse.quote(key)}', '', ''
    if method == 'LIST':
        method, path, query, lines = 'GET', '/careers', '?restype=container&comp=list', '\ncomp:list\nrestype:container'
    said = {'x-ms-date': date, 'x-ms-version': version}
    if data is not None:
        said['x-ms-blob-type'] = 'BlockBlob'
    own = ''.join(f'{name}:{said[name]}\n' for name in sorted(said))
    length = str(len(data)) if data else ''
    kind = 'text/html' if data is not None else ''
    signed = f'{method}\n\n\n{length}\n\n{kind}\n\n\n\n\n\n\n{own}/{account}/{account}{path}{lines}'
    secret = base64.b64decode(os.environ['AZURE_STORAGE_KEY'])
    digest = base64.b64encode(hmac.new(secret, signed.encode(), hashlib.sha256).digest()).decode()
    headers = said | {'Authorization': f'SharedKey {account}:{digest}'} | ({'Content-Type': kind} if kind else {})
    answer = ask(method, endpoint + path + query, headers, data)
    if query:
        names = [node.text for node in ElementTree.fromstring(answer).iter('Name')]
        return [name.removeprefix('jobs/') for name in names]
    return answer


def webdav(method, key, data=None):
    login = f'{os.environ["WEBDAV_USERNAME"]}:{os.environ["WEBDAV_PASSWORD"]}'
    headers = {'Authorization': 'Basic ' + base64.b64encode(login.encode()).decode()}
    if method == 'LIST':
        root = urllib.parse.urlsplit(endpoint).path + '/'
        names, folders = [], ['']
        while folders:
            folder = folders.pop()
            listed = ask('PROPFIND', f'{endpoint}/{urllib.parse.quote(folder)}', headers | {'Depth': '1'})
            for node in ElementTree.fromstring(listed).iter('{DAV:}href'):
                name = urllib.parse.unquote(node.text).removeprefix(root)
                if name.endswith('/'):
                    folders += [name] if name != folder else []
                elif name:
                    names.append(name)
        return names
    return ask(method, f'{endpoint}/{urllib.parse.quote(key)}', headers, data)


data = sys.stdin.buffer.read() if method == 'PUT' else None
talk = {'s3': s3, 'azure': azure, 'webdav': webdav}[service]
if method == 'ALL':
    for name in talk('LIST', ''):
        sys.stdout.buffer.write(talk('GET', name))
elif method == 'LIST':
    print(*talk('LIST', ''), sep='\n')
else:
    answer = talk(method, key, data)
    if method in ('GET', 'HEAD'):
        sys.stdout.buffer.write(answer)
