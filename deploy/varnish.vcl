# Varnish before Gương Sáng. The house tells it exactly which addresses are new (FRONT_CACHE_URL=http://127.0.0.1:6081),
# so it may keep a page until then. Readers behind it still ask each time: Cache-Control of ready pages is no-cache.
vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "8000";
}

acl house {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ house) {
            return (synth(405, "Not allowed"));
        }
        return (purge);
    }
    # Somebody signed in, a form, a search, a preview: nobody else may see the answer.
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.http.Cookie ~ "(^|;\s*)sessionid=" || req.url ~ "\?" || req.url ~ "^/(admin|tai-khoan|phieu-gioi-thieu|gioi-thieu-guong|theo-doi|doc-truoc)/") {
        return (pass);
    }
    unset req.http.Cookie;
    return (hash);
}

sub vcl_backend_response {
    # Only answers that say of themselves that they are the same for everybody.
    if (beresp.status == 200 && beresp.http.Cache-Control ~ "public" && !beresp.http.Set-Cookie) {
        set beresp.ttl = 1h;
        set beresp.grace = 0s;
    } else {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
    }
    # Not on to Varnish's own rule, which would not keep what readers have to ask for each time.
    return (deliver);
}
