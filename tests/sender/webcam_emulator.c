/* A webcam for tests: loaded by LD_PRELOAD, it answers for the device $WEBCAM_DEVICE what Linux' uvcvideo would.
 *
 * It opens in YUYV, as real ones do, and offers MJPG: then it gives $WEBCAM_PICTURES/0.jpg, 1.jpg, ... in turn, 30 a
 * second, each followed by padding, as pictures of $WEBCAM_SIZE (320x240). While $WEBCAM_PICTURES/unplugged exists, the
 * cable is out; while forbidden exists, its user may not open it. $WEBCAM_GRANTS=YUYV makes it a camera that knows no
 * MJPG. It may be opened more than once; the first is the one that streams.
 *
 * When $WEBCAM_PICTURES/device exists, the webcam is at the path in it instead of $WEBCAM_DEVICE: it was plugged in
 * anew. $WEBCAM_METADATA is its second device, which gives no pictures. What the system tells of webcams, in /dev/v4l
 * and /sys/class/video4linux, is read below $WEBCAM_ROOT.
 *
 * Its controls do what real ones do: gain goes in steps of 10, exposure is inactive while the menu exposure_auto is not
 * at manual, privacy can only be read, sharpness is refused by the hardware, and all are forgotten with the cable out.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define FPS 30
#define BUFFERS 8
#define BUFFER_BYTES (1 << 21)
#define PADDING 100
#define MOST_PICTURES 64

static int width = 320, height = 240, camera = -1, metadata = -1, others[8], is_streaming, buffers, queue[BUFFERS], queued;
static unsigned sequence, format = V4L2_PIX_FMT_YUYV;
static int memory[BUFFERS];
static char *content[BUFFERS];
static struct { char *bytes; int length; } film[MOST_PICTURES];
static int film_length = -1;

enum { MANUAL = 1, BY_ITSELF = 3 };
static struct { unsigned id, type; const char *name; int least, most, step, usual, value; } controls[] = {
    {V4L2_CID_BRIGHTNESS, V4L2_CTRL_TYPE_INTEGER, "Brightness", -64, 64, 1, 0, 0},
    {V4L2_CID_AUTO_WHITE_BALANCE, V4L2_CTRL_TYPE_BOOLEAN, "White Balance, Automatic", 0, 1, 1, 1, 1},
    {V4L2_CID_GAIN, V4L2_CTRL_TYPE_INTEGER, "Gain", 0, 100, 10, 50, 50},
    {V4L2_CID_SHARPNESS, V4L2_CTRL_TYPE_INTEGER, "Sharpness", 0, 7, 1, 3, 3},
    {V4L2_CID_DO_WHITE_BALANCE, V4L2_CTRL_TYPE_BUTTON, "Do White Balance", 0, 0, 0, 0, 0},
    {V4L2_CID_EXPOSURE_AUTO, V4L2_CTRL_TYPE_MENU, "Auto Exposure", 0, 3, 1, BY_ITSELF, BY_ITSELF},
    {V4L2_CID_EXPOSURE_ABSOLUTE, V4L2_CTRL_TYPE_INTEGER, "Exposure Time, Absolute", 1, 5000, 1, 157, 157},
    {V4L2_CID_PRIVACY, V4L2_CTRL_TYPE_BOOLEAN, "Privacy", 0, 1, 1, 0, 0},
};
#define CONTROLS (int)(sizeof controls / sizeof *controls)

static int (*system_open)(const char *, int, ...);
static int (*system_ioctl)(int, unsigned long, ...);
static int (*system_close)(int);
static void *(*system_mmap)(void *, size_t, int, int, int, off_t);
static DIR *(*system_opendir)(const char *);
static ssize_t (*system_readlink)(const char *, char *, size_t);

__attribute__((constructor)) static void begin(void) {
    system_open = dlsym(RTLD_NEXT, "open");
    system_ioctl = dlsym(RTLD_NEXT, "ioctl");
    system_close = dlsym(RTLD_NEXT, "close");
    system_mmap = dlsym(RTLD_NEXT, "mmap");
    system_opendir = dlsym(RTLD_NEXT, "opendir");
    system_readlink = dlsym(RTLD_NEXT, "readlink");
    if (getenv("WEBCAM_SIZE")) sscanf(getenv("WEBCAM_SIZE"), "%dx%d", &width, &height);
}

static int fail(int why) { errno = why; return -1; }

static int has_file(const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", getenv("WEBCAM_PICTURES"), name);
    return access(path, F_OK) == 0;
}

static int is_unplugged(void) { return has_file("unplugged"); }

/* Where the webcam is now. */
static const char *device(void) {
    static char place[256];
    char path[4096];
    snprintf(path, sizeof path, "%s/device", getenv("WEBCAM_PICTURES"));
    int file = system_open(path, O_RDONLY);
    if (file < 0) return getenv("WEBCAM_DEVICE");
    ssize_t length = read(file, place, sizeof place - 1);
    system_close(file);
    place[length > 0 ? length : 0] = 0;
    return place;
}

/* `path`, or the one below $WEBCAM_ROOT that stands for it, written to `room`. */
static const char *told_at(const char *path, char *room, size_t most) {
    const char *root = getenv("WEBCAM_ROOT");
    int is_told = !strncmp(path, "/dev/v4l", 8) || !strncmp(path, "/sys/class/video4linux", 22);
    if (!root || !is_told) return path;
    snprintf(room, most, "%s%s", root, path);
    return room;
}

static unsigned granted(unsigned wanted) {
    const char *only = getenv("WEBCAM_GRANTS");
    return wanted == V4L2_PIX_FMT_MJPEG && !(only && !strcmp(only, "YUYV")) ? V4L2_PIX_FMT_MJPEG : V4L2_PIX_FMT_YUYV;
}

static void load_film(void) {
    for (film_length = 0; film_length < MOST_PICTURES; film_length++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%d.jpg", getenv("WEBCAM_PICTURES"), film_length);
        int file = system_open(path, O_RDONLY);
        if (file < 0) return;
        film[film_length].bytes = malloc(BUFFER_BYTES);
        film[film_length].length = read(file, film[film_length].bytes, BUFFER_BYTES - PADDING);
        system_close(file);
    }
}

/* Fill buffer `index` with the next picture; return its length. */
static int expose(int index) {
    char *bytes = content[index];
    if (format == V4L2_PIX_FMT_YUYV) {
        memset(bytes, 128, width * height * 2);
        return width * height * 2;
    }
    if (film_length < 0) load_film();
    if (!film_length) return 0;
    int length = film[sequence % film_length].length;
    memcpy(bytes, film[sequence++ % film_length].bytes, length);
    memset(bytes + length, 0, PADDING);
    return length + PADDING;
}

static void describe(struct v4l2_pix_format *it, unsigned pixels) {
    memset(it, 0, sizeof *it);
    it->width = width;
    it->height = height;
    it->pixelformat = pixels;
    it->field = V4L2_FIELD_NONE;
    it->bytesperline = pixels == V4L2_PIX_FMT_YUYV ? width * 2 : 0;
    it->sizeimage = pixels == V4L2_PIX_FMT_YUYV ? width * height * 2 : BUFFER_BYTES;
}

static int query_capabilities(struct v4l2_capability *it) {
    memset(it, 0, sizeof *it);
    strcpy((char *)it->driver, "uvcvideo");
    strcpy((char *)it->card, "Test Webcam");
    it->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    it->capabilities = it->device_caps | V4L2_CAP_DEVICE_CAPS;
    return 0;
}

static int request_buffers(struct v4l2_requestbuffers *it) {
    while (buffers > 0) {
        munmap(content[--buffers], BUFFER_BYTES);
        system_close(memory[buffers]);
    }
    queued = 0;
    if (it->count > BUFFERS) it->count = BUFFERS;
    for (; buffers < (int)it->count; buffers++) {
        memory[buffers] = memfd_create("webcam", 0);
        if (ftruncate(memory[buffers], BUFFER_BYTES)) return fail(ENOMEM);
        content[buffers] = system_mmap(NULL, BUFFER_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, memory[buffers], 0);
        if (content[buffers] == MAP_FAILED) return fail(ENOMEM);
    }
    return 0;
}

static int dequeue(struct v4l2_buffer *it) {
    unsigned long long ticks;
    if (!is_streaming || read(camera, &ticks, 8) != 8 || !queued) return fail(EAGAIN);
    int index = queue[0];
    memmove(queue, queue + 1, sizeof *queue * --queued);
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    it->index = index;
    it->bytesused = expose(index);
    it->length = BUFFER_BYTES;
    it->field = V4L2_FIELD_NONE;
    it->flags = V4L2_BUF_FLAG_DONE | V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
    it->timestamp.tv_sec = now.tv_sec;
    it->timestamp.tv_usec = now.tv_nsec / 1000;
    it->m.offset = index << 20;
    return 0;
}

static int value_of(unsigned id) {
    for (int i = 0; i < CONTROLS; i++)
        if (controls[i].id == id) return controls[i].value;
    return 0;
}

static unsigned flags_of(unsigned id) {
    if (id == V4L2_CID_PRIVACY) return V4L2_CTRL_FLAG_READ_ONLY;
    if (id == V4L2_CID_DO_WHITE_BALANCE) return V4L2_CTRL_FLAG_WRITE_ONLY;
    return id == V4L2_CID_EXPOSURE_ABSOLUTE && value_of(V4L2_CID_EXPOSURE_AUTO) != MANUAL ? V4L2_CTRL_FLAG_INACTIVE : 0;
}

static int query_control(struct v4l2_queryctrl *it) {
    unsigned id = it->id & V4L2_CTRL_ID_MASK;
    int is_next = (it->id & V4L2_CTRL_FLAG_NEXT_CTRL) != 0;
    for (int i = 0; i < CONTROLS; i++) {
        if (is_next ? controls[i].id <= id : controls[i].id != id) continue;
        memset(it, 0, sizeof *it);
        it->id = controls[i].id;
        it->type = controls[i].type;
        strcpy((char *)it->name, controls[i].name);
        it->minimum = controls[i].least;
        it->maximum = controls[i].most;
        it->step = controls[i].step;
        it->default_value = controls[i].usual;
        it->flags = flags_of(it->id);
        return 0;
    }
    return fail(EINVAL);
}

static int query_menu(struct v4l2_querymenu *it) {
    if (it->id != V4L2_CID_EXPOSURE_AUTO || (it->index != MANUAL && it->index != BY_ITSELF)) return fail(EINVAL);
    strcpy((char *)it->name, it->index == MANUAL ? "Manual Mode" : "Aperture Priority Mode");
    return 0;
}

static int set_control(struct v4l2_control *it) {
    if (it->id == V4L2_CID_SHARPNESS) return fail(EIO);
    for (int i = 0; i < CONTROLS; i++) {
        if (controls[i].id != it->id) continue;
        if (flags_of(it->id) || it->value < controls[i].least || it->value > controls[i].most) return fail(EACCES);
        int step = controls[i].step;
        it->value = controls[i].least + (it->value - controls[i].least + step / 2) / step * step;
        controls[i].value = it->value;
        return 0;
    }
    return fail(EINVAL);
}

static int get_control(struct v4l2_control *it) {
    struct v4l2_queryctrl known = {.id = it->id};
    if (query_control(&known)) return -1;
    it->value = value_of(it->id);
    return 0;
}

static int fps = FPS;

static int stream(int on) {
    struct itimerspec pace = {{0, on ? 1000000000L / fps : 0}, {0, on ? 1000000000L / fps : 0}};
    is_streaming = on;
    queued = on ? queued : 0;
    return timerfd_settime(camera, 0, &pace, NULL);
}

static int answer_metadata(unsigned request, void *it) {
    if (is_unplugged()) return fail(ENODEV);
    if (request != VIDIOC_QUERYCAP) return fail(ENOTTY);
    query_capabilities(it);
    ((struct v4l2_capability *)it)->device_caps = V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING;
    return 0;
}

static int answer(unsigned request, void *it) {
    struct v4l2_format *f = it;
    struct v4l2_buffer *b = it;
    struct v4l2_streamparm *p = it;
    if (is_unplugged()) return fail(ENODEV);
    switch (request) {
    case VIDIOC_QUERYCAP: return query_capabilities(it);
    case VIDIOC_ENUMINPUT: return ((struct v4l2_input *)it)->index ? fail(EINVAL) : 0;
    case VIDIOC_G_INPUT: *(int *)it = 0; return 0;
    case VIDIOC_S_INPUT: return 0;
    case VIDIOC_S_FMT:
        if (is_streaming) return fail(EBUSY);
        format = granted(f->fmt.pix.pixelformat); /* fall through */
    case VIDIOC_G_FMT: describe(&f->fmt.pix, format); return 0;
    case VIDIOC_TRY_FMT: describe(&f->fmt.pix, granted(f->fmt.pix.pixelformat)); return 0;
    case VIDIOC_S_PARM: fps = p->parm.capture.timeperframe.denominator / p->parm.capture.timeperframe.numerator; /* fall through */
    case VIDIOC_G_PARM:
        memset(&p->parm, 0, sizeof p->parm);
        p->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
        p->parm.capture.timeperframe = (struct v4l2_fract){1, fps};
        return 0;
    case VIDIOC_REQBUFS: return request_buffers(it);
    case VIDIOC_QUERYBUF:
        if ((int)b->index >= buffers) return fail(EINVAL);
        b->length = BUFFER_BYTES;
        b->m.offset = b->index << 20;
        return 0;
    case VIDIOC_QBUF:
        if ((int)b->index >= buffers || queued >= BUFFERS) return fail(EINVAL);
        queue[queued++] = b->index;
        return 0;
    case VIDIOC_DQBUF: return dequeue(b);
    case VIDIOC_QUERYCTRL: return query_control(it);
    case VIDIOC_QUERYMENU: return query_menu(it);
    case VIDIOC_G_CTRL: return get_control(it);
    case VIDIOC_S_CTRL: return set_control(it);
    case VIDIOC_STREAMON: return stream(1);
    case VIDIOC_STREAMOFF: return stream(0);
    default: return fail(ENOTTY);
    }
}

static int *place_of(int file) {
    for (int i = 0; i < (int)(sizeof others / sizeof *others); i++)
        if (others[i] == file) return &others[i];
    return NULL;
}

static int open_camera(void) {
    if (is_unplugged()) {
        for (int i = 0; i < CONTROLS; i++) controls[i].value = controls[i].usual;
        return fail(ENOENT);
    }
    if (has_file("forbidden")) return fail(EACCES);
    if (camera >= 0) {
        int *place = place_of(0);
        return place ? *place = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC) : fail(EBUSY);
    }
    format = V4L2_PIX_FMT_YUYV;
    return camera = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
}

static int open_metadata(void) {
    return is_unplugged() ? fail(ENOENT) : (metadata = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    const char *ours = getenv("WEBCAM_DEVICE"), *second = getenv("WEBCAM_METADATA");
    if (!ours) return system_open(path, flags, mode);
    char room[4096], link[4096] = "", place[4104];
    path = told_at(path, room, sizeof room);
    if (path == room && system_readlink(path, link, sizeof link - 1) > 0) {
        const char *name = strrchr(link, '/');
        snprintf(place, sizeof place, "/dev/%s", name ? name + 1 : link);
        path = place;
    }
    if (!strcmp(path, device())) return open_camera();
    return second && !strcmp(path, second) ? open_metadata() : system_open(path, flags, mode);
}

DIR *opendir(const char *path) {
    char room[4096];
    return system_opendir(told_at(path, room, sizeof room));
}

ssize_t readlink(const char *path, char *target, size_t most) {
    char room[4096];
    return system_readlink(told_at(path, room, sizeof room), target, most);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return open(path, flags, mode);
}

int __open_2(const char *path, int flags) { return open(path, flags, 0); }
int __open64_2(const char *path, int flags) { return open(path, flags, 0); }

int close(int file) {
    if (file >= 0 && file == camera) { camera = -1; is_streaming = 0; }
    if (file > 0 && place_of(file)) *place_of(file) = 0;
    if (file >= 0 && file == metadata) metadata = -1;
    return system_close(file);
}

int ioctl(int file, unsigned long request, ...) {
    va_list rest;
    va_start(rest, request);
    void *it = va_arg(rest, void *);
    va_end(rest);
    if (file >= 0 && file == metadata) return answer_metadata((unsigned)request, it);
    int is_ours = (file >= 0 && file == camera) || (file > 0 && place_of(file));
    return is_ours ? answer((unsigned)request, it) : system_ioctl(file, request, it);
}

void *mmap(void *address, size_t length, int protection, int flags, int file, off_t offset) {
    if (file >= 0 && file == camera) { file = memory[offset >> 20]; offset = 0; }
    return system_mmap(address, length, protection, flags, file, offset);
}

void *mmap64(void *address, size_t length, int protection, int flags, int file, off_t offset) {
    return mmap(address, length, protection, flags, file, offset);
}
